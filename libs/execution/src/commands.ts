import type { FundSource, ThreePublicKind, UnitType } from '@juesuan/classification';
import type { BusinessDate, Fen } from '@juesuan/kernel';
import type { AdjustmentEntry, CarryoverKind, Document, SurplusMovement } from './events';
import type { BudgetLine } from './line';
import type { RaisedAlert, WatchSettings } from './watching';

interface OnLine {
  readonly line: BudgetLine;
  readonly amount: Fen;
}
type QuotaChange = OnLine & Document;
interface Voucher {
  readonly voucher: string;
  readonly date: BusinessDate;
  readonly amount: Fen;
  readonly summary: string;
}
type OnVoucher = Voucher & {
  readonly originalVoucher: string;
  readonly line: BudgetLine;
  readonly economicItem: string | null;
};

/** What becomes of one line's unspent quota when the year closes; recalls name the treasury's document. */
export type YearEndDisposition = { readonly line: BudgetLine } & (
  | { readonly outcome: 'carryover' | 'surplus' }
  | { readonly outcome: 'recall'; readonly documentNumber: string; readonly purpose: string }
);

/** Everything an officer, a reviewer or an administrator can ask of a unit's budget year. Amounts are 分. */
export interface Commands {
  OpenFiscalYear: {
    readonly unitCode: string;
    readonly unitName: string;
    readonly parentCode: string | null;
    readonly unitType: UnitType;
    readonly year: number;
  };
  AllocateOriginalBudget: OnLine & { readonly economicItem: string | null; readonly origin: 'current' | 'carryover' };
  /** 冲减: takes back an initial budget wrongly entered, whole or in part; a change of mind is a cut. */
  ReverseOriginalBudget: Commands['AllocateOriginalBudget'] & { readonly reason: string };
  SupplementBudget: QuotaChange;
  CutBudget: QuotaChange;
  /** A virement between two lines of the unit. */
  TransferBudget: Document & { readonly from: BudgetLine; readonly to: BudgetLine; readonly amount: Fen };
  /** One half of a virement between two units under one 文号. */
  TransferBudgetOut: QuotaChange;
  TransferBudgetIn: QuotaChange;
  BringInCarryover: QuotaChange & { readonly carryover: CarryoverKind };
  RecallQuota: QuotaChange;
  FreezeQuota: OnLine & { readonly freezeId: string; readonly date: BusinessDate; readonly purpose: string };
  ReleaseQuota: { readonly freezeId: string; readonly amount: Fen; readonly date: BusinessDate };
  MakePayment: Voucher & {
    readonly line: BudgetLine;
    readonly economicItem: string | null;
    readonly freezeId?: string;
  };
  RefundPayment: OnVoucher;
  ReclassifyPayment: OnVoucher;
  ReceiveIncome: Voucher & { readonly fundSource: FundSource; readonly item: string };
  /** 红字冲销: takes back an income wrongly booked, whole or in part; the right one is received anew. */
  ReverseIncome: Voucher & { readonly originalVoucher: string };
  RecordOpeningBalance: { readonly fundSource: FundSource; readonly item: string; readonly amount: Fen };
  /** 冲减: takes back an opening balance wrongly booked, whole or in part. */
  ReverseOpeningBalance: {
    readonly fundSource: FundSource;
    readonly item: string;
    readonly amount: Fen;
    readonly reason: string;
  };
  UseSurplus: { readonly date: BusinessDate; readonly amount: Fen; readonly purpose: string };
  DistributeSurplus: { readonly date: BusinessDate; readonly amount: Fen; readonly purpose: string };
  /** 冲减: takes back a use or a distribution wrongly recorded, whole or in part. */
  ReverseSurplus: Commands['UseSurplus'] & { readonly movement: SurplusMovement; readonly reason: string };
  SetThreePublicBudget: { readonly kind: ThreePublicKind; readonly amount: Fen };
  RecordPriorYearAccount: { readonly document: 'account' | 'budget'; readonly name: string; readonly amount: Fen };
  RecordDisclosure: { readonly name: string; readonly value: string; readonly unit: string; readonly note: string };
  RecordVarianceReason: { readonly item: string; readonly reason: string };
  ReviseExplanation: { readonly key: string; readonly text: string };
  DraftAdjustment: Document & { readonly adjustmentId: string; readonly entries: readonly AdjustmentEntry[] };
  SubmitAdjustment: { readonly adjustmentId: string };
  ApproveAdjustment: { readonly adjustmentId: string; readonly comment: string };
  RejectAdjustment: { readonly adjustmentId: string; readonly comment: string };
  ApplyAdjustment: { readonly adjustmentId: string };
  /** `raised` is the alert as the figures raise it on the day; null: they do not. */
  AnswerAlert: {
    readonly key: string;
    readonly text: string;
    readonly date: BusinessDate;
    readonly raised: RaisedAlert | null;
  };
  SetWatching: WatchSettings;
  /** An alert that was answered and is raised no more can be settled too. */
  SettleAlert: {
    readonly key: string;
    readonly comment: string;
    readonly date: BusinessDate;
    readonly raised: RaisedAlert | null;
  };
  /** Lines not named: unspent basic expenditure and projects go on as 结转. `chainHead` seals what was recorded so far. */
  CloseFiscalYear: {
    readonly date: BusinessDate;
    readonly dispositions: readonly YearEndDisposition[];
    readonly chainHead: string | null;
  };
  /** `date` null: the day of closing, so that what closing carried out never left. */
  ReopenFiscalYear: { readonly date: BusinessDate | null; readonly reason: string };
}

export type CommandType = keyof Commands;

/** Who asks, and under which id: see Provenance. */
export interface By {
  readonly commandId: string;
  readonly fingerprint: string;
  readonly actor: string;
  readonly administrator: boolean;
  readonly source?: string;
}

export type BudgetYearCommand = {
  [Type in CommandType]: { readonly type: Type; readonly data: Commands[Type]; readonly by: By };
}[CommandType];
