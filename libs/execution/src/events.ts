import type { FundSource, ThreePublicKind, UnitType } from '@juesuan/classification';
import type { BusinessDate, Fen } from '@juesuan/kernel';
import type { BudgetLine } from './line';
import type { RaisedAlert, WatchSettings } from './watching';

/** 文号、日期、事由: the proof that every mid-year change carries. */
export interface Document {
  readonly documentNumber: string;
  readonly date: BusinessDate;
  readonly purpose: string;
}

/** 上年结转 of three kinds (DOMAIN.md §1): in the books, taken back and issued anew, or outside 财政拨款. */
export type CarryoverKind = 'book' | 'reissued' | 'nonFiscal';

/** What becomes of unspent quota that stays with the unit's books: 结转 goes on next year, 结余 is given back. */
export type YearEndOutcome = 'carryover' | 'surplus';

/** What becomes of 非财政拨款结余: 使用 in the year, or 分配. */
export const SURPLUS_MOVEMENTS = { used: '使用非财政拨款结余', distributed: '结余分配' } as const;
export type SurplusMovement = keyof typeof SURPLUS_MOVEMENTS;

interface OnLine {
  readonly line: BudgetLine;
  readonly amount: Fen;
}
type Documented = OnLine & Document;

/** What happened to a budget line. Amounts are positive 分; the event says the direction. */
export interface LineEvents {
  /** 年初预算. `origin` tells this year's budget from unspent quota of last year that was already in the initial budget. */
  OriginalBudgetAllocated: OnLine & {
    readonly economicItem: string | null;
    readonly origin: 'current' | 'carryover';
    readonly date: BusinessDate;
  };
  /** 冲减 of an initial budget wrongly entered; the right one is allocated anew. */
  OriginalBudgetReversed: OnLine & {
    readonly economicItem: string | null;
    readonly origin: 'current' | 'carryover';
    readonly date: BusinessDate;
    readonly reason: string;
  };
  BudgetSupplemented: Documented;
  BudgetCut: Documented;
  BudgetTransferredOut: Documented;
  BudgetTransferredIn: Documented;
  CarryoverBroughtIn: Documented & { readonly carryover: CarryoverKind };
  QuotaRecalled: Documented;
  /** Quota held for a contract; `freezeId` is the contract or procurement number. */
  QuotaFrozen: OnLine & { readonly freezeId: string; readonly date: BusinessDate; readonly purpose: string };
  QuotaReleased: OnLine & { readonly freezeId: string; readonly date: BusinessDate };
  /** `fromFreeze`: the part of the amount that uses up the freeze named. */
  PaymentMade: OnLine & {
    readonly voucher: string;
    readonly date: BusinessDate;
    readonly economicItem: string | null;
    readonly summary: string;
    readonly freezeId?: string;
    readonly fromFreeze?: Fen;
  };
  /** Money back in the same year, on the line and economic item where the original stands. */
  PaymentRefunded: OnLine & {
    readonly voucher: string;
    readonly originalVoucher: string;
    readonly date: BusinessDate;
    readonly economicItem: string | null;
    readonly summary: string;
  };
  /** 更正: a payment's whole remaining amount moves from where it stood to another line or economic item. */
  PaymentReclassified: OnLine & {
    readonly voucher: string;
    readonly originalVoucher: string;
    readonly date: BusinessDate;
    readonly economicItem: string | null;
    readonly fromLine: BudgetLine;
    readonly fromEconomicItem: string | null;
    readonly summary: string;
  };
  /** 年末结转 (`carryover`) or 结余 (`surplus`) of a line, at closing. */
  CarryoverCarriedOut: OnLine & { readonly outcome: YearEndOutcome; readonly date: BusinessDate };
  /** A reopened year takes back what its closing carried out. */
  CarryoverReturned: OnLine & { readonly outcome: YearEndOutcome; readonly date: BusinessDate };
}

/** What happened to the unit's year as a whole. */
export interface UnitEvents {
  FiscalYearOpened: {
    readonly unitCode: string;
    readonly unitName: string;
    readonly parentCode: string | null;
    readonly unitType: UnitType;
    readonly year: number;
  };
  IncomeReceived: {
    readonly voucher: string;
    readonly date: BusinessDate;
    readonly fundSource: FundSource;
    readonly item: string;
    readonly amount: Fen;
    readonly summary: string;
  };
  /** 红字冲销 of an income, with the source and item that the original was booked under. */
  IncomeReversed: {
    readonly voucher: string;
    readonly originalVoucher: string;
    readonly date: BusinessDate;
    readonly fundSource: FundSource;
    readonly item: string;
    readonly amount: Fen;
    readonly summary: string;
  };
  /** 年初结转和结余: money in the books at the start of the year, not quota. */
  OpeningBalanceRecorded: { readonly fundSource: FundSource; readonly item: string; readonly amount: Fen };
  /** 冲减 of an opening balance wrongly booked; the right one is recorded anew. */
  OpeningBalanceReversed: {
    readonly fundSource: FundSource;
    readonly item: string;
    readonly amount: Fen;
    readonly reason: string;
  };
  /** 使用非财政拨款结余. */
  SurplusUsed: { readonly date: BusinessDate; readonly amount: Fen; readonly purpose: string };
  /** 结余分配. */
  SurplusDistributed: { readonly date: BusinessDate; readonly amount: Fen; readonly purpose: string };
  /** 冲减 of a use or distribution wrongly recorded, which had the same purpose. */
  SurplusReversed: {
    readonly movement: SurplusMovement;
    readonly date: BusinessDate;
    readonly amount: Fen;
    readonly purpose: string;
    readonly reason: string;
  };
  /** The year's ceiling of one 三公 kind; `previous` is what stood before, so that the journal can carry the difference. */
  ThreePublicBudgetSet: { readonly kind: ThreePublicKind; readonly amount: Fen; readonly previous: Fen };
  /** A figure of last year's published account or budget. */
  PriorYearAccountRecorded: { readonly document: 'account' | 'budget'; readonly name: string; readonly amount: Fen };
  /** A count or fact that is no money movement. */
  DisclosureRecorded: { readonly name: string; readonly value: string; readonly unit: string; readonly note: string };
  /** Why an item differs from its initial budget; figures in the text are placeholders such as {追加}. */
  VarianceReasonRecorded: { readonly item: string; readonly reason: string };
  /** An officer's wording of a paragraph; `key` names the paragraph. */
  ExplanationRevised: { readonly key: string; readonly text: string };
  /** `chainHead` is the hash of the last event before closing: it seals the year. */
  FiscalYearClosed: { readonly date: BusinessDate; readonly chainHead: string | null };
  FiscalYearReopened: { readonly reason: string };
}

/** One movement an adjustment document will make once it is approved. */
export interface AdjustmentEntry {
  readonly type: 'supplement' | 'cut' | 'transferOut' | 'transferIn' | 'carryoverIn' | 'recall';
  readonly line: BudgetLine;
  readonly amount: Fen;
  readonly carryover?: CarryoverKind;
}

/** 调整单: drafted → submitted → approved or rejected by another person → applied. */
export interface AdjustmentEvents {
  AdjustmentDrafted: Document & { readonly adjustmentId: string; readonly entries: readonly AdjustmentEntry[] };
  AdjustmentSubmitted: { readonly adjustmentId: string };
  AdjustmentApproved: { readonly adjustmentId: string; readonly comment: string };
  AdjustmentRejected: { readonly adjustmentId: string; readonly comment: string };
  AdjustmentApplied: { readonly adjustmentId: string };
}

/** 预警: raised by the figures, answered and settled by people. Each says the alert as it was then. */
export interface AlertEvents {
  AlertAnswered: RaisedAlert & { readonly key: string; readonly text: string; readonly date: BusinessDate };
  /** The department's limits, rules and target curve from now on, whole. */
  WatchingSet: WatchSettings;
  AlertSettled: RaisedAlert & { readonly key: string; readonly comment: string; readonly date: BusinessDate };
}

type AllEvents = LineEvents & UnitEvents & AdjustmentEvents & AlertEvents;
export type BudgetYearEventType = keyof AllEvents;

/** A fact of a unit's budget year. Never changed, never removed; corrections are new facts. */
export type BudgetYearEvent = {
  [Type in BudgetYearEventType]: { readonly type: Type; readonly data: AllEvents[Type] };
}[BudgetYearEventType];

/** What every recorded event says about its making: which command, by whom, from which row of which file. */
export interface Provenance {
  /** The command's id; the same id with the same content is answered again, with other content refused. */
  readonly commandId: string;
  /** A digest of the command's content. */
  readonly fingerprint: string;
  readonly actor: string;
  /** `04-支付.csv:123` where the fact came from a file. */
  readonly source?: string;
}

export type RecordedEvent = BudgetYearEvent & { readonly by: Provenance };
