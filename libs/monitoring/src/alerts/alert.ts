import type { Balance } from '@juesuan/account';
import type { BusinessDate, Fen } from '@juesuan/kernel';
import type { LagLimits } from '../lag';

/** 蓝 record · 黄 warn · 橙 needs a written reply · 红 refuse · 灰 forbidden (DOMAIN.md §6). */
export type AlertLevel = 'record' | 'warn' | 'reply' | 'refuse' | 'forbidden';

/** What an office may set; whole percent, or percentage points for the lag. */
export interface AlertLimits {
  readonly lag: LagLimits;
  /** 其他 economic items above this share of what a project paid. */
  readonly otherItems: number;
  /** A line paid above this share of its 全年预算数 with time left. */
  readonly usedUp: number;
}

/** A year at the end of a day, as the rules see it. */
export interface Watched {
  readonly year: number;
  readonly asOf: BusinessDate;
  readonly balances: readonly Balance[];
  readonly limits: AlertLimits;
}

/** Something to look at; the balances behind it, so that its figures know their entries. */
export interface Alert {
  /** Rule and subject: the same thing keeps its key from day to day. */
  readonly key: string;
  readonly level: AlertLevel;
  readonly message: string;
  /** The figures the message states, in 分. */
  readonly facts: Readonly<Record<string, Fen>>;
  readonly balances: readonly Balance[];
}

/** A rule: what it finds in a year; nothing where all is well. */
export type AlertRule = (watched: Watched) => Alert[];

/** Whether a part is more than so many percent of a whole, exactly; never of nothing. */
export const exceeds = (part: Fen, whole: Fen, percent: number): boolean =>
  whole > 0 && BigInt(part) * 100n > BigInt(whole) * BigInt(percent);
