import { DRIVER_KINDS, STATEMENTS } from '@juesuan/account';
import { z } from 'zod';

/** A column header: a name, or a name over the columns it groups. */
export interface HeaderCell {
  readonly label: string;
  readonly children?: readonly HeaderCell[];
}

type WrittenHeader = string | { [label: string]: WrittenHeader[] };

const writtenHeader: z.ZodType<WrittenHeader> = z.lazy(() =>
  z.union([z.string().min(1), z.record(z.string(), z.array(writtenHeader).min(1))]),
);

/** Profiles write a group as `本年支出: [小计, 基本支出]`. */
function headerOf(written: WrittenHeader): HeaderCell[] {
  if (typeof written === 'string') return [{ label: written }];
  return Object.entries(written).map(([label, children]) => ({ label, children: children.flatMap(headerOf) }));
}

type WrittenRows = string | number | WrittenRows[];
const writtenRows: z.ZodType<WrittenRows> = z.lazy(() => z.union([z.string(), z.int(), z.array(writtenRows)]));
const keys = (written: WrittenRows): string[] => (Array.isArray(written) ? written.flatMap(keys) : [String(written)]);

const sentence = z.string().min(1);
const words = z.array(sentence);
const labels = z.record(z.string(), z.string());

const form = z.strictObject({
  title: sentence,
  printedNumber: sentence,
  columns: z
    .array(writtenHeader)
    .min(1)
    .transform((written) => written.flatMap(headerOf)),
  rows: writtenRows.transform(keys).optional(),
  labels: labels.default({}),
  indent: z.array(z.string()).default([]),
  numberedClasses: z.boolean().default(false),
  notes: words,
  emptySentence: sentence,
});

const ending = z.strictObject({ because: sentence, bare: sentence });
const rest = z.strictObject({ named: sentence, plain: sentence });

const purposeful = z.strictObject({
  thing: z.strictObject({ lead: sentence, part: sentence }),
  circumstance: sentence,
  action: sentence.optional(),
  plain: sentence,
});
const purposeless = z.strictObject({ plain: sentence });
const bySign = <Words extends z.ZodType>(driver: Words) => z.strictObject({ up: driver, down: driver });

/** Year-end drivers are sums of many lines and carry no purpose (CASES.md). */
const drivers = z.strictObject({
  supplement: bySign(purposeful),
  cut: bySign(purposeful),
  virement: bySign(purposeful),
  carryoverIn: bySign(purposeful),
  recall: bySign(purposeful),
  carryoverOut: bySign(purposeless),
  surplus: bySign(purposeless),
  unspent: bySign(purposeless),
});

/** Only what a kind of variance words otherwise than its driver. */
const ownWords = z.strictObject({ up: purposeful.partial().default({}), down: purposeful.partial().default({}) });

const purposeForm = z.enum(['thing', 'circumstance', 'action', 'plain']);

const variance = z.strictObject({
  heading: sentence,
  number: sentence,
  summary: z.strictObject({ budgeted: sentence, level: sentence, unbudgeted: sentence, none: sentence }),
  item: z.strictObject({ heading: sentence, budgeted: sentence, unbudgeted: sentence }),
  endings: z.strictObject({ above: ending, below: ending, nearly: ending, level: ending }),
  causes: z.strictObject({
    most: z.int().min(1),
    between: z.string(),
    next: z.string(),
    nextClause: z.string(),
    opposing: z.string(),
    rest: bySign(rest),
  }),
  drivers,
  kinds: z.record(z.string(), z.partialRecord(z.enum(DRIVER_KINDS), ownWords)),
  purposes: z.strictObject({
    quoted: sentence,
    saysNothing: words,
    saysNothingWords: words,
    actionStarts: bySign(words),
    circumstanceStarts: words,
    thingEnds: words,
    circumstanceWords: words,
    otherwise: z.record(z.enum(DRIVER_KINDS), purposeForm),
  }),
  reasonStarts: words,
  reasonHeads: words,
  reasonKeeps: words,
});

/** `rated` states a percentage; `unrated` stands on a base of zero, on which none may be stated. */
const change = z.strictObject({ rated: sentence, unrated: sentence });

/** How a figure is set beside last year's and beside the budget's, and how a gap is shown. */
const comparison = z.strictObject({
  up: change,
  down: change,
  level: sentence,
  because: sentence,
  noReason: sentence,
  noLastYear: sentence,
  unknown: sentence,
  noText: sentence,
  budget: z.strictObject({
    rated: sentence,
    unrated: z.string(),
    above: sentence,
    below: sentence,
    level: sentence,
  }),
});

/** A small table in the text: one row for each member of a list, its cells worded as sentences are. `after` names the paragraph above it. */
const textTable = z.strictObject({
  title: sentence,
  after: sentence.optional(),
  header: words,
  rowsOf: sentence,
  cells: words,
});

/** A chart: the figures at some addresses, or those of a list; a slice is stated with its share of `whole`. */
const chart = z.strictObject({
  title: sentence,
  after: sentence.optional(),
  form: z.enum(['bar', 'pie']),
  points: z.union([sentence, z.array(z.strictObject({ name: sentence, at: sentence })).min(1)]),
  whole: sentence.optional(),
});

/** One section's file. Line breaks inside a template are not printed; ¶ ends a paragraph. A paragraph that comes to nothing is left out. */
const section = z.strictObject({
  heading: sentence,
  paragraphs: z.record(z.string(), z.string().nullable()),
  tables: z.record(z.string(), textTable).default({}),
  charts: z.record(z.string(), chart).default({}),
});

/** The sections that every profile has, by their files; a province may add others of its own. */
export const SECTION_IDS = [
  'duties',
  'organisation',
  'overall',
  'income',
  'expenditure',
  'fiscal',
  'generalPublic',
  'basic',
  'threePublic',
  'governmentFund',
  'stateCapital',
  'agencyOperating',
  'meetings',
  'procurement',
  'assets',
  'performance',
  'terms',
  'annex',
  'budgetTotals',
  'budgetAgency',
  'budgetThreePublic',
  'budgetPerformance',
  'budgetProcurement',
  'budgetAssets',
  'budgetTerms',
] as const;
/** The list of items, worded by `variance` of the profile; the other sections have a file each. */
export const VARIANCE_SECTION = 'variance';

const part = z.strictObject({
  heading: sentence,
  tables: z.boolean().default(false),
  /** The tables of each unit by itself; the part is left out where there are no units. */
  units: z.boolean().default(false),
  sections: words.default([]),
});
/** The last page: what the document was computed from; `chains` stands above the units where they are few. */
const colophon = z.strictObject({ heading: sentence, one: sentence, many: sentence, chains: sentence, asOf: sentence });
const documentShape = z.strictObject({ title: sentence, parts: z.array(part) });

/** A disclosure profile: all that differs between provinces and years, as one readable folder (DOMAIN.md §5). */
export const profileSchema = z.strictObject({
  id: sentence,
  name: sentence,
  percentDecimals: z.int().min(0).max(6),
  tolerancePercent: z.number().min(0).max(100),
  tables: z.strictObject({ zero: z.enum(['0.00', '']), groupThousands: z.boolean() }),
  text: z.strictObject({ groupThousands: z.boolean(), trimTrailingZeros: z.boolean() }),
  self: z.strictObject({ department: sentence, unit: sentence }),
  unitLine: z.strictObject({ unit: sentence, money: sentence }),
  labels,
  forms: z.strictObject(Object.fromEntries([...STATEMENTS.keys()].map((id) => [id, form]))),
  variance,
  comparison,
  sections: z.object(Object.fromEntries(SECTION_IDS.map((id) => [id, section]))).catchall(section),
  document: z.strictObject({ final: documentShape, budget: documentShape, colophon, figure: sentence }),
});

export type Profile = z.infer<typeof profileSchema>;
export type Form = z.infer<typeof form>;
export type PurposeForm = z.infer<typeof purposeForm>;
export type SectionWords = z.infer<typeof section>;
export type ChartWords = z.infer<typeof chart>;
export type DocumentShape = z.infer<typeof documentShape>;
