import type { BudgetYearEventType, Provenance, RecordedEvent } from './events';

/** An event's type that this version of the system does not know: reading stops here rather than leaving it out. */
export class UnknownEvent extends Error {
  constructor(
    readonly type: string,
    readonly version: number,
    readonly position: string,
  ) {
    super(`事件 ${type}（第 ${version} 版）不认识，位置 ${position}。本程序的版本可能旧于数据，请升级后再读。`);
    this.name = 'UnknownEvent';
  }
}

/** Turns data of one version into the next. Pure; tested with the old JSON and the new. */
export type Upcaster = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/**
 * Every event type with the upcasters that led to its present shape: the first turns version 1 into 2, and so on; the present
 * version is their number + 1. A changed shape adds an upcaster here and a golden file beside the spec.
 */
export const EVENT_SHAPES: Readonly<Record<BudgetYearEventType, readonly Upcaster[]>> = {
  FiscalYearOpened: [],
  OriginalBudgetAllocated: [],
  OriginalBudgetReversed: [],
  BudgetSupplemented: [],
  BudgetCut: [],
  BudgetTransferredOut: [],
  BudgetTransferredIn: [],
  CarryoverBroughtIn: [],
  QuotaRecalled: [],
  QuotaFrozen: [],
  QuotaReleased: [],
  PaymentMade: [],
  PaymentRefunded: [],
  PaymentReclassified: [],
  CarryoverCarriedOut: [],
  CarryoverReturned: [],
  IncomeReceived: [],
  IncomeReversed: [],
  OpeningBalanceRecorded: [],
  OpeningBalanceReversed: [],
  SurplusUsed: [],
  SurplusDistributed: [],
  SurplusReversed: [],
  ThreePublicBudgetSet: [],
  PriorYearAccountRecorded: [],
  DisclosureRecorded: [],
  VarianceReasonRecorded: [],
  ExplanationRevised: [],
  FiscalYearClosed: [],
  FiscalYearReopened: [],
  AdjustmentDrafted: [],
  AdjustmentSubmitted: [],
  AdjustmentApproved: [],
  AdjustmentRejected: [],
  AdjustmentApplied: [],
  AlertAnswered: [],
  AlertSettled: [],
  WatchingSet: [],
};

/** The version new events of a type are written with. */
export const currentVersion = (type: BudgetYearEventType, shapes = EVENT_SHAPES): number => shapes[type].length + 1;

/** What a store gives back for one event. */
export interface Written {
  readonly type: string;
  readonly version: number;
  readonly position: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

/** A stored event in its present shape; throws UnknownEvent for a type or version this program does not know. */
export function read(written: Written, shapes = EVENT_SHAPES): RecordedEvent {
  const upcasters = Object.hasOwn(shapes, written.type) ? shapes[written.type as BudgetYearEventType] : undefined;
  if (
    !upcasters ||
    !Number.isInteger(written.version) ||
    written.version < 1 ||
    written.version > upcasters.length + 1
  ) {
    throw new UnknownEvent(written.type, written.version, written.position);
  }
  const stored = written.data as Readonly<Record<string, unknown>>;
  const isCurrent = written.version > upcasters.length;
  const data = isCurrent
    ? stored
    : upcasters.slice(written.version - 1).reduce((older, upcast) => upcast(older), stored);
  return { type: written.type, data, by: written.metadata as Provenance } as unknown as RecordedEvent;
}
