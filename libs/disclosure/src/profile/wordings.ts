import type { Profile } from './schema';
import { namesIn } from '../text/wording';

/** A wording, where it stands, the names it may use and those it must. */
interface Wording {
  readonly path: string;
  readonly text: string;
  readonly may: readonly string[];
  readonly must?: readonly string[];
}

const WHO = ['self', 'year'];
const AMOUNT = ['amount'];
const WITH_PURPOSE = ['purpose', 'amount'];

/** What is wrong with a profile's wordings: no template at all, an unknown name, or one missing without which a figure would be lost. */
export const wordingFaults = (profile: Profile): string[] =>
  wordingsOf(profile).flatMap(({ path, text, may, must = [] }) => {
    try {
      const names = namesIn(text);
      const unknown = names.filter((name) => !may.includes(name)).map((name) => `不认识 {{ ${name} }}`);
      const missing = must.filter((name) => !names.includes(name)).map((name) => `缺少 {{ ${name} }}`);
      return [...unknown, ...missing].map((fault) => `${path}：${fault}`);
    } catch (error) {
      return [`${path}：不是正确的模板：${error instanceof Error ? error.message : String(error)}`];
    }
  });

/** Every wording of a profile with what may stand in it. */
export function wordingsOf({ forms, unitLine, variance, comparison, document }: Profile): Wording[] {
  const { number, item, endings, causes, purposes } = variance;
  return [
    { path: 'unitLine.unit', text: unitLine.unit, may: WHO },
    ...Object.entries(forms).flatMap(([id, form]) =>
      [form.title, form.emptySentence, ...form.notes].map((text) => ({ path: `forms.${id}`, text, may: WHO })),
    ),
    { path: 'variance.number', text: number, may: ['number'], must: ['number'] },
    ...summaryWordings(variance.summary),
    { path: 'variance.item.heading', text: item.heading, ...both(['class', 'section', 'item']) },
    { path: 'variance.item.budgeted', text: item.budgeted, ...both(['original', 'actual', 'rate']) },
    { path: 'variance.item.unbudgeted', text: item.unbudgeted, may: ['original', 'actual'], must: ['actual'] },
    ...Object.entries(endings).flatMap(([direction, { because, bare }]) => [
      { path: `variance.endings.${direction}.because`, text: because, ...both(['reason']) },
      { path: `variance.endings.${direction}.bare`, text: bare, may: [] },
    ]),
    ...Object.entries(causes.rest).flatMap(([sign, { named, plain }]) => [
      { path: `variance.causes.rest.${sign}.named`, text: named, ...both(WITH_PURPOSE) },
      { path: `variance.causes.rest.${sign}.plain`, text: plain, ...both(AMOUNT) },
    ]),
    ...driverWordings('variance.drivers', variance.drivers),
    ...Object.entries(variance.kinds).flatMap(([code, kinds]) => driverWordings(`variance.kinds.${code}`, kinds)),
    { path: 'variance.purposes.quoted', text: purposes.quoted, ...both(['purpose']) },
    ...comparisonWordings(comparison),
    ...documentWordings(document),
  ];
}

const both = (names: readonly string[]) => ({ may: names, must: names });

const documentWordings = ({ colophon, figure, final, budget }: Profile['document']): Wording[] => [
  { path: 'document.figure', text: figure, ...both(['number', 'title']) },
  { path: 'document.colophon.one', text: colophon.one, ...both(['head', 'position']) },
  { path: 'document.colophon.many', text: colophon.many, ...both(['count', 'head', 'position']) },
  ...[colophon.heading, colophon.chains].map((text) => ({ path: 'document.colophon', text, may: [] })),
  { path: 'document.colophon.asOf', text: colophon.asOf, ...both(['asOf']) },
  ...[final, budget].flatMap(({ title, parts }) =>
    [title, ...parts.map(({ heading }) => heading)].map((text) => ({
      path: 'document',
      text,
      may: [...WHO, 'unitName'],
    })),
  ),
];

const comparisonWordings = ({ up, down, because, budget }: Profile['comparison']): Wording[] => [
  ...Object.entries({ up, down }).flatMap(([direction, { rated, unrated }]) => [
    { path: `comparison.${direction}.rated`, text: rated, ...both(['amount', 'rate']) },
    { path: `comparison.${direction}.unrated`, text: unrated, ...both(AMOUNT) },
  ]),
  { path: 'comparison.because', text: because, ...both(['reason']) },
  { path: 'comparison.budget.rated', text: budget.rated, ...both(['rate']) },
  { path: 'comparison.budget.unrated', text: budget.unrated, may: [] },
  { path: 'comparison.budget.above', text: budget.above, ...both(['reason']) },
  { path: 'comparison.budget.below', text: budget.below, ...both(['reason']) },
];

const summaryWordings = ({ budgeted, level, unbudgeted, none }: Profile['variance']['summary']): Wording[] => [
  { path: 'variance.summary.budgeted', text: budgeted, may: [...WHO, 'original', 'actual', 'rate'], must: ['rate'] },
  { path: 'variance.summary.level', text: level, may: [...WHO, 'original', 'actual', 'rate'], must: ['actual'] },
  { path: 'variance.summary.unbudgeted', text: unbudgeted, may: [...WHO, 'original', 'actual'], must: ['actual'] },
  { path: 'variance.summary.none', text: none, may: WHO },
];

type Words = Partial<Profile['variance']['drivers']['supplement']['up']>;

const driverWordings = (path: string, drivers: Readonly<Record<string, { up: Words; down: Words }>>): Wording[] =>
  Object.entries(drivers).flatMap(([kind, signs]) =>
    (['up', 'down'] as const).flatMap((sign) => wordsOf(`${path}.${kind}.${sign}`, signs[sign])),
  );

const wordsOf = (path: string, { plain, thing, circumstance, action }: Words): Wording[] =>
  [
    { path: `${path}.plain`, text: plain, ...both(AMOUNT) },
    { path: `${path}.thing.lead`, text: thing?.lead, may: [] },
    { path: `${path}.thing.part`, text: thing?.part, ...both(WITH_PURPOSE) },
    { path: `${path}.circumstance`, text: circumstance, ...both(WITH_PURPOSE) },
    { path: `${path}.action`, text: action, ...both(WITH_PURPOSE) },
  ].flatMap(({ text, ...rest }) => (text === undefined ? [] : [{ text, ...rest }]));
