import type { Account } from '../account';
import type { Balance, Entry } from '../entry';

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
  /** Events recorded after closing that are no reopening; counted by the read side. */
  readonly incompleteImports: readonly string[];
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
