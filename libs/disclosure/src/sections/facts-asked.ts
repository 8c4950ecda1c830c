import type { Profile } from '../profile/schema';
import { type Source, sourceAt } from '../text/sources';

type Recorded = Extract<Source, { of: 'prior' | 'disclosure' }>;

/** A fact that the document can tell once somebody has recorded it: a count or amount of 06, or a figure of last year. */
export interface FactAsked {
  /** Its address, such as `disclosure:会议次数` or `prior:account/收入支出总计`. */
  readonly address: string;
  readonly fact: Recorded;
  /** Whether the text prints it as 万元; else as it was recorded. */
  readonly isAmount: boolean;
}

const ADDRESS = /(?:disclosure:|prior:(?:account|budget)\/)[^';{}]+?(?=[';]|\)'|$)/g;
const COUNT = /'(disclosure:[^']+)'\s*\|\s*count/g;

/** The facts that the sections of a profile's document name, in the document's order, each once. */
export function factsAsked(profile: Profile, isBudget: boolean): FactAsked[] {
  const { parts } = isBudget ? profile.document.budget : profile.document.final;
  const written = parts
    .flatMap(({ sections }) => sections)
    .flatMap((id) => (id === 'variance' ? [] : textsIn(profile.sections[id])));
  const counts = new Set(written.flatMap((text) => [...text.matchAll(COUNT)].map(([, address]) => address)));
  const addresses = new Set(written.flatMap((text) => text.match(ADDRESS) ?? []));
  return [...addresses].flatMap((address) => {
    const fact = sourceAt(address);
    if (fact?.of !== 'prior' && fact?.of !== 'disclosure') return [];
    return [{ address, fact, isAmount: !counts.has(address) }];
  });
}

/** All the texts of a section: of its paragraphs, tables and charts. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
