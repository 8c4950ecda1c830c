import type { Balance, Entry, Facts, Unit } from '@juesuan/account';
import type { AlertLevel, AlertRuleName, WatchSettings } from '@juesuan/execution';
import type { BusinessDate, Fen } from '@juesuan/kernel';
import type { MonthlyBalance } from '../months';
import type { AlertFigures } from './figures';

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
  /** The unit asked about and every unit below it. */
  readonly units: readonly Unit[];
  readonly months: readonly MonthlyBalance[];
  /** Whole earlier years of these units, as far as they are recorded, by year. */
  readonly before: ReadonlyMap<number, readonly Balance[]>;
  /** Last year's published account by unit, where one was recorded. */
  readonly published: ReadonlyMap<string, Facts['priorAccount']>;
  /** Both halves of every virement of the whole department. */
  readonly virements: readonly Entry[];
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
  /** The figures the message states. */
  readonly facts: AlertFigures;
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

/** What a rule would need to be able to judge, and is not recorded; null where it can. */
export type Lacking = (watched: Watched) => string | null;

/** Whether a part is more than so many percent of a whole, exactly; never of nothing. */
export const exceeds = (part: Fen, whole: Fen, percent: number): boolean =>
  whole > 0 && BigInt(part) * 100n > BigInt(whole) * BigInt(percent);
