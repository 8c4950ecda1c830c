import type { Balance } from '@juesuan/account';
import type { AlertLevel, AlertRuleName, WatchSettings } from '@juesuan/execution';
import type { BusinessDate, Fen } from '@juesuan/kernel';

/** What units and items are called in the year; null for what it does not know. */
export interface Names {
  readonly unit: (code: string) => string | null;
  readonly item: (code: string) => string | null;
}

/** A year at the end of a day, as the rules see it. */
export interface Watched {
  readonly year: number;
  readonly asOf: BusinessDate;
  readonly balances: readonly Balance[];
  readonly settings: WatchSettings;
  readonly names: Names;
}

/** Something a rule found; the balances behind it, so that its figures know their entries. */
export interface Finding {
  /** Whose year it is: the unit answers it. */
  readonly unit: string;
  /** What in the unit it is about; empty: the unit as a whole. */
  readonly subject: string;
  readonly level: AlertLevel;
  /** The figures, what they are measured by, and what to do. */
  readonly message: string;
  /** The figures the message states, in 分. */
  readonly facts: Readonly<Record<string, Fen>>;
  readonly balances: readonly Balance[];
}

/** Something to look at. */
export interface Alert extends Omit<Finding, 'subject'> {
  readonly rule: AlertRuleName;
  /** Rule, unit and subject: the same thing keeps its key from day to day. */
  readonly key: string;
}

/** A rule: what it finds in a year; nothing where all is well. */
export type AlertRule = (watched: Watched) => Finding[];

/** Whether a part is more than so many percent of a whole, exactly; never of nothing. */
export const exceeds = (part: Fen, whole: Fen, percent: number): boolean =>
  whole > 0 && BigInt(part) * 100n > BigInt(whole) * BigInt(percent);
