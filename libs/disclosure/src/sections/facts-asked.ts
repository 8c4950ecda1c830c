import { factName } from '@juesuan/execution';
import { type Profile, VARIANCE_SECTION } from '../profile/schema';
import { addressOf, type Source, sourceAt } from '../text/sources';
import { COMPARED_LISTS, OPEN_LISTS } from './facts';

export type RecordedFact = Extract<Source, { of: 'prior' | 'disclosure' }>;

/** A fact that the document can tell once somebody has recorded it: a count or amount of 06, or a figure of last year. */
export interface FactAsked {
  /** Its address, such as `disclosure:会议次数` or `prior:account/收入支出总计`. */
  readonly address: string;
  readonly fact: RecordedFact;
  /** Whether the text prints it as 万元; else as it was recorded. */
  readonly isAmount: boolean;
}

const ADDRESS = /(?:disclosure:|prior:(?:account|budget)\/)[^';{}]+?(?=[';]|\)'|$)/g;
const COUNT = /'(disclosure:[^']+)'\s*\|\s*count/g;

/** The facts that the sections of a profile's document name, in the document's order, each once. */
export function factsAsked(profile: Profile, isBudget: boolean): FactAsked[] {
  const written = textsOf(profile, isBudget);
  const counts = new Set(written.flatMap((text) => [...text.matchAll(COUNT)].map(([, address]) => address)));
  const addresses = new Set(written.flatMap((text) => text.match(ADDRESS) ?? []));
  return [...addresses].flatMap((address) => {
    const fact = sourceAt(address);
    if (fact?.of !== 'prior' && fact?.of !== 'disclosure') return [];
    return [{ address, fact, isAmount: !counts.has(address) }];
  });
}

/**
 * Tells whether a profile's documents, of the budget or the final account, ask for a fact: by name, by going through a list of
 * compared figures, or as a member of an open list.
 */
export function askedBy(profile: Profile): (fact: RecordedFact) => boolean {
  const named = [...factsAsked(profile, false), ...factsAsked(profile, true)].map(({ fact }) => fact);
  const texts = [...textsOf(profile, false), ...textsOf(profile, true)];
  const goesThrough = ([list]: readonly [string, unknown]): boolean =>
    texts.some((text) => new RegExp(`\\b${list}\\b`).test(text));
  const compared = Object.entries(COMPARED_LISTS)
    .filter(goesThrough)
    .flatMap(([, of]) => of(profile).map(({ prior }) => sourceAt(prior)));
  const asked = new Set([...named, ...compared].map((fact) => fact && comparable(fact)));
  const open = Object.entries(OPEN_LISTS).filter(goesThrough);
  return (fact) =>
    asked.has(comparable(fact)) ||
    CHECKED.test(factName(fact.name)) ||
    (fact.of === 'disclosure' && open.some(([, prefix]) => factName(fact.name).startsWith(`${prefix}:`)));
}

/** What only checks read: B25, B26 and B27 of 06, C24 of 05. */
const CHECKED =
  /^(车辆(总数|合计)|政府采购(支出)?(总额|合计)|绩效(自评|评价)(项目数|优|良|中|差)|本年支出合计|年末结转和结余)$/;

const comparable = (fact: Source): string => addressOf('name' in fact ? { ...fact, name: factName(fact.name) } : fact);

/** Every text of the sections of a profile's document, the variance text apart: it names no recorded fact. */
function textsOf(profile: Profile, isBudget: boolean): string[] {
  const { parts } = isBudget ? profile.document.budget : profile.document.final;
  return parts
    .flatMap(({ sections }) => sections)
    .flatMap((id) => (id === VARIANCE_SECTION ? [] : textsIn(profile.sections[id])));
}

/** All the texts of a section: of its paragraphs, tables and charts. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
