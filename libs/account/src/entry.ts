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

/** What measures are called in messages and on screens. */
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  original: '年初预算',
  originalCarryover: '年初预算（上年结转）',
  supplement: '追加',
  cut: '追减',
  virementIn: '调剂转入',
  virementOut: '调剂转出',
  carryoverIn: '上年结转',
  reissued: '上年结转（重新下达）',
  recall: '收回',
  freeze: '冻结',
  payment: '支付',
  refund: '退回',
  reclassification: '更正',
  carryoverOut: '结转下年',
  surplus: '结余',
  income: '收入',
  opening: '年初结转和结余',
  surplusUsed: '使用非财政拨款结余',
  surplusDistributed: '结余分配',
  threePublicBudget: '三公预算',
};

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

/** A balance's dimensions as one text: equal dimensions, equal keys. */
export const balanceKey = (of: Dimensions): string =>
  `${of.unit}\n${of.year}\n${of.measure}\n${of.fundSource}\n${of.item}\n${of.kind}\n${of.project}\n${of.economicItem}\n${of.purpose}`;

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
