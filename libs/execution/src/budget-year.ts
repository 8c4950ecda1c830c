import type { FundSource, ThreePublicKind, UnitType } from '@juesuan/classification';
import type { BusinessDate, Fen } from '@juesuan/kernel';
import type { AdjustmentEntry, Document } from './events';
import type { BudgetLine } from './line';
import type { Lookup } from './packed-lookup';
import type { AlertLevel, RaisedAlert } from './watching';

/** A line's running totals, each ≥ 0 but `virement`, which is in − out. */
export interface LineTotals {
  readonly line: BudgetLine;
  original: Fen;
  supplemented: Fen;
  cut: Fen;
  virement: Fen;
  carriedIn: Fen;
  recalled: Fen;
  frozen: Fen;
  paid: Fen;
  carriedOut: Fen;
  surplus: Fen;
}

/** Where a voucher's money stands now. A refund lowers `remaining`; a correction moves all of it to another voucher. */
export interface VoucherState {
  readonly fingerprint: string;
  readonly date: BusinessDate;
  readonly line: BudgetLine | null;
  readonly economicItem: string | null;
  remaining: Fen;
  movedTo: string | null;
}

export interface AdjustmentState {
  readonly document: Document;
  readonly entries: readonly AdjustmentEntry[];
  readonly draftedBy: string;
  submittedBy: string | null;
  status: 'drafted' | 'submitted' | 'approved' | 'rejected' | 'applied';
}

/** Quota held under a contract's or procurement's number. */
export interface FreezeState {
  readonly line: BudgetLine;
  /** The last day that quota was held under it. */
  readonly date: BusinessDate;
  remaining: Fen;
}

/** How far the life of a 预警 has come: what was answered last, who ever answered, and up to which level it is settled. */
export interface AlertState {
  answered: RaisedAlert | null;
  readonly answeredBy: string[];
  settled: AlertLevel | null;
}

/** What an income was booked under, and what reversals have left of it. */
export interface IncomeState {
  readonly date: BusinessDate;
  readonly fundSource: FundSource;
  readonly item: string;
  remaining: Fen;
}

/** What stands of something that has no number of its own, and the latest day for which it was recorded (not taken back). */
export interface BookedState {
  readonly amount: Fen;
  readonly date: BusinessDate;
}

/** The digest of a command's content and the revisions it made. */
export interface CommandState {
  readonly fingerprint: string;
  readonly first: number;
  last: number;
}

/** One unit's budget year as its commands need to see it. Plain data that `evolve` changes in place. */
export interface BudgetYear {
  opened: {
    readonly unitCode: string;
    readonly unitName: string;
    readonly parentCode: string | null;
    readonly unitType: UnitType;
    readonly year: number;
  } | null;
  closed: boolean;
  /** Revision of the last event, -1 before the first. */
  revision: number;
  readonly lines: Map<string, LineTotals>;
  readonly vouchers: Lookup<VoucherState>;
  /** Incomes by their voucher. */
  readonly incomes: Map<string, IncomeState>;
  /** What can be taken back though it has no number, see bookedAs. */
  readonly booked: Map<string, BookedState>;
  readonly freezes: Map<string, FreezeState>;
  /** Ceilings by 三公 kind; empty means that the unit has none. */
  readonly threePublicBudget: Map<ThreePublicKind, Fen>;
  readonly threePublicPaid: Map<ThreePublicKind, Fen>;
  readonly adjustments: Map<string, AdjustmentState>;
  /** Alerts that were answered or settled, by key. */
  readonly alerts: Map<string, AlertState>;
  /** What was last said under each fact's key, and how often it was said anew: saying the same again records nothing. */
  readonly facts: Map<string, { fingerprint: string; changes: number }>;
  /** All amounts that ever moved, whichever way: far from the limit of exactness, no sum of the year can be near it. */
  turnover: Fen;
  /** The latest business day on which an amount moved or the year was closed; empty before the first. */
  latest: BusinessDate;
  /** Every command by its id. */
  readonly commands: Lookup<CommandState>;
}

export const unopenedYear = (): BudgetYear => ({
  opened: null,
  closed: false,
  revision: -1,
  lines: new Map(),
  vouchers: new Map<string, VoucherState>(),
  incomes: new Map(),
  booked: new Map(),
  freezes: new Map(),
  threePublicBudget: new Map(),
  threePublicPaid: new Map(),
  adjustments: new Map(),
  alerts: new Map(),
  facts: new Map(),
  turnover: 0,
  latest: '',
  commands: new Map<string, CommandState>(),
});

/** 全年预算数 = original + supplements − cuts ± virements + carry-over in − recalled (DOMAIN.md §1, finalBudget). */
export const finalBudget = (line: LineTotals): Fen =>
  line.original + line.supplemented - line.cut + line.virement + line.carriedIn - line.recalled;

/** What a line may still pay: final budget − frozen − net payments, and after closing − what was carried out. */
export const available = (line: LineTotals): Fen => unspent(line) - line.frozen;

/** What is left of a line's quota, frozen or not. */
export const unspent = (line: LineTotals): Fen => finalBudget(line) - line.paid - line.carriedOut - line.surplus;
