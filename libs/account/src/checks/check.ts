import type { FiscalFund } from '@juesuan/classification';
import type { LineTotals } from '@juesuan/execution';
import type { Fen } from '@juesuan/kernel';
import type { Account, Unit } from '../account';
import type { Balance, Entry } from '../entry';
import type { Facts } from '../facts';

/** What a check needs beside the account. Null where the caller could not say; checks on it answer "not run, because …". */
export interface Evidence {
  readonly account: Account;
  /** Last year's balances of the same units, where last year was kept here. */
  readonly previousYear: readonly Balance[] | null;
  /** Movements of quota with their 文号 (virements), of the whole department. */
  readonly virements: readonly Entry[];
  /** Names of functional and economic codes in the report's year; null for an unknown code. */
  readonly nameOf: (book: 'functional' | 'economic', code: string) => string | null;
  /** What the verification of the hash chain found, where it was run. */
  readonly chain: { readonly events: number; readonly damage: string | null } | null;
  readonly fromEvents: FromEvents | null;
  /** Imports that were interrupted and not yet run again: half of a document may still be missing. */
  readonly incompleteImports: readonly string[];
  /** What the write side holds of each unit's lines at the account's moment, by unit code: replayed, not projected. */
  readonly writeSide: ReadonlyMap<string, readonly LineTotals[]> | null;
  /** References of events recorded after a unit's closing that neither reopen it nor stand after a reopening. */
  readonly afterClosing: readonly string[] | null;
  /** This year’s initial budget as it was published when the year began: functional item or `total` → printed 万元. */
  readonly publishedBudget: ReadonlyMap<string, string> | null;
  /** The treasury's monthly statement of payments beside the ledger's. */
  readonly treasury: readonly TreasuryMonth[] | null;
  /** What stands on paper beside the figures, where the document was made. */
  readonly document: PrintedDocument | null;
}

/** What the events themselves say: replayed, not projected. */
export interface FromEvents {
  /** 分 by {@link balanceKey}. */
  readonly sums: ReadonlyMap<string, Fen>;
  /** What the ledger's own entries come to, by {@link balanceKey}: a figure is followed to its events through them. */
  readonly entries: ReadonlyMap<string, Fen>;
  /** Those of the unit whose account it is. */
  readonly facts: Facts;
  /** Those of the account whose year was opened by an event, also where the ledger does not have them in it. */
  readonly units: readonly Unit[];
  /** Units of which the ledger has taken more or fewer events than were recorded by the account's moment. */
  readonly miscounted: readonly Miscounted[];
  /** Imported codes that the ledger has otherwise than their events say, or without one, or not at all. */
  readonly otherCodes: readonly string[];
}

/** The last event of a unit's year by its 0-based place: as the ledger says it took it, and as it was recorded. */
export interface Miscounted {
  readonly unit: string;
  readonly taken: number;
  readonly recorded: number;
}

/** One month of one 财政拨款 source: payments less refunds as both sides have them. */
export interface TreasuryMonth {
  readonly month: number;
  readonly fundSource: FiscalFund;
  readonly ledger: Fen;
  readonly statement: Fen;
}

/** The parts of the document that surround the figures. */
export interface PrintedDocument {
  /** Whose account, of which year, in which unit of money the cover, the contents, every table and the text say it is. */
  readonly headings: readonly PrintedHeading[];
  /** The nine tables in print order. */
  readonly tables: readonly PrintedTable[];
  /** Printed numbers of the tables in the order of the 目录; null where the document has none. */
  readonly contents: readonly string[] | null;
}

/** What one place of the document says of itself; null for what it does not say. */
export interface PrintedHeading {
  /** 封面, 目录, 正文, 公开01表 … */
  readonly where: string;
  readonly unitName: string | null;
  readonly year: number | null;
  readonly amountUnit: string | null;
}

export interface PrintedTable {
  readonly id: string;
  readonly printedNumber: string;
  /** The sentence that says why the table is empty; null where none is printed. */
  readonly emptyNote: string | null;
  /** Row key → the name printed in that row. */
  readonly labels: ReadonlyMap<string, string>;
}

export type Tolerance = 'SAME' | 'ENV' | 'PCT' | 'FEN' | 'exact' | 'hint';
export type Severity = 'error' | 'warn' | 'info';

/**
 * A check's answer. `held` and `failed` carry the two sides as printed; `tail` is held within the rounding envelope, which is
 * right and reported (尾数误差); `notRun` says why, since silence is not an answer (DOMAIN.md §7).
 */
export type Answer =
  | {
      readonly outcome: 'held' | 'tail' | 'failed';
      readonly left: string;
      readonly right: string;
      readonly says: string;
    }
  | { readonly outcome: 'notRun'; readonly says: string };

/** One equality that must hold, as checks.json words it. */
export interface Check {
  readonly id: string;
  readonly scope: string;
  readonly formula: string;
  readonly tolerance: Tolerance;
  readonly severity: Severity;
  readonly run: (evidence: Evidence) => Answer;
}

/** The answer of a check that cannot be run; `why` is a clause, it becomes the sentence. */
export const notRun = (why: string): Answer => ({ outcome: 'notRun', says: `未核对：${why}。` });
