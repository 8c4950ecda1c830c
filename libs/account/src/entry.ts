import type { ExpenditureKind, FundSource } from '@juesuan/classification';
import type { BusinessDate, Fen } from '@juesuan/kernel';

/**
 * What an entry measures. Amounts are signed so that sums mean something: quota measures carry their sign in the final
 * budget (cuts, transfers out and recalls are negative), `payment` minus refunds is the actual. `reissued` is 上年结转 that was taken
 * back last year and issued anew; other 上年结转 is `carryoverIn`.
 */
export const MEASURES = [
  'original',
  'originalCarryover',
  'supplement',
  'cut',
  'virementIn',
  'virementOut',
  'carryoverIn',
  'reissued',
  'recall',
  'freeze',
  'payment',
  'refund',
  'reclassification',
  'carryoverOut',
  'surplus',
  'income',
  'opening',
  'surplusUsed',
  'surplusDistributed',
  'threePublicBudget',
] as const;
export type Measure = (typeof MEASURES)[number];

/** What a balance is kept by. Empty text where a dimension does not apply, so that equal dimensions compare equal. */
export interface Dimensions {
  readonly unit: string;
  readonly year: number;
  readonly measure: Measure;
  readonly fundSource: FundSource | '';
  readonly item: string;
  readonly kind: ExpenditureKind | '';
  readonly project: string;
  /** Economic item; for `threePublicBudget` the 三公 kind. */
  readonly economicItem: string;
  /** 事由 of a quota change; empty for payments and income. */
  readonly purpose: string;
}

/** One signed movement in the journal, made by one event. */
export interface Entry extends Dimensions {
  readonly amount: Fen;
  readonly date: BusinessDate;
  /** 文号 or 凭证号. */
  readonly reference: string;
  /** Revision of the event in its unit-year's stream. */
  readonly revision: number;
}

/** The running sum of the entries with the same dimensions. `id` is the read store's handle for finding them again. */
export interface Balance extends Dimensions {
  readonly id: number;
  readonly amount: Fen;
}

/** How an event is named everywhere people see one: `301001.2023@57` is event 57 of that unit's year. */
export const eventReference = (unit: string, year: number, revision: number): string => `${unit}.${year}@${revision}`;
