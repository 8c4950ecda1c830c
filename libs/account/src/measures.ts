import { type Balance, type Measure, MEASURES } from './entry';

/** Where a measure stands in a line's quota (see LineParts); income and other money that stands on no line is in none. */
export type LinePart = 'original' | 'changes' | 'frozen' | 'paid' | 'carriedOut';

/** Which cause of a variance a measure is (DOMAIN.md §4); what is unspent is left over from all, and so no measure. */
export type RecordedDriver = 'supplement' | 'cut' | 'virement' | 'carryoverIn' | 'recall' | 'carryoverOut' | 'surplus';

interface Meaning {
  readonly part: LinePart;
  readonly driver?: RecordedDriver;
  /** What the name says of a change's sign: an amount that disagrees with it was entered wrongly. */
  readonly sign?: 1 | -1;
}

/** What each measure means; every list of measures is chosen from this one. */
const MEANING: Readonly<Partial<Record<Measure, Meaning>>> = {
  original: { part: 'original', sign: 1 },
  originalCarryover: { part: 'original', sign: 1 },
  supplement: { part: 'changes', driver: 'supplement', sign: 1 },
  cut: { part: 'changes', driver: 'cut', sign: -1 },
  virementIn: { part: 'changes', driver: 'virement', sign: 1 },
  virementOut: { part: 'changes', driver: 'virement', sign: -1 },
  carryoverIn: { part: 'changes', driver: 'carryoverIn', sign: 1 },
  reissued: { part: 'changes', driver: 'carryoverIn', sign: 1 },
  recall: { part: 'changes', driver: 'recall', sign: -1 },
  freeze: { part: 'frozen' },
  payment: { part: 'paid' },
  refund: { part: 'paid' },
  reclassification: { part: 'paid' },
  carryoverOut: { part: 'carriedOut', driver: 'carryoverOut' },
  surplus: { part: 'carriedOut', driver: 'surplus' },
};

type Moved = Pick<Balance, 'measure'>;

/** The part of a line's quota that a balance or entry is in; null for money that stands on no line. */
export const partOf = ({ measure }: Moved): LinePart | null => MEANING[measure]?.part ?? null;

/** The cause of a variance that a balance is; null for what is none. */
export const driverOf = ({ measure }: Moved): RecordedDriver | null => MEANING[measure]?.driver ?? null;

/** +1 or −1 as the measure's name says; null where it says nothing. */
export const signSaid = ({ measure }: Moved): 1 | -1 | null => MEANING[measure]?.sign ?? null;

/** The measures in some parts of a line's quota. */
export const measuresIn = (...parts: readonly LinePart[]): readonly Measure[] =>
  MEASURES.filter((measure) => parts.includes(MEANING[measure]?.part as LinePart));

/** 决算数: payments − refunds, after corrections. */
export const isSpending = (moved: Moved): boolean => partOf(moved) === 'paid';

/** Initial budget, whatever its 指标来源: this year's and what 01 already carried over. */
export const isOriginal = (moved: Moved): boolean => partOf(moved) === 'original';

/** Last year's quota, in whatever way it came into this year. */
export const isCarriedOver = (moved: Moved): boolean =>
  moved.measure === 'originalCarryover' || driverOf(moved) === 'carryoverIn';
