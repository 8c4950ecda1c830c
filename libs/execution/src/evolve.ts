import { isFiscal, threePublicKindOf } from '@juesuan/classification';
import { addFen, type Fen } from '@juesuan/kernel';
import { book, bookedAs } from './booked';
import type { AlertState, BudgetYear, LineTotals } from './budget-year';
import type { BudgetYearEventType, Provenance, RecordedEvent } from './events';
import { type BudgetLine, lineKey } from './line';
import { factName } from './fact-name';

type Of<Type extends BudgetYearEventType> = Extract<RecordedEvent, { type: Type }>;
type Change = Exclude<keyof LineTotals, 'line'>;

/** Takes an event into the year it is given (in place) and returns that year. Events are facts: nothing is checked here. */
export function evolve(year: BudgetYear, event: RecordedEvent): BudgetYear {
  year.revision += 1;
  if ('amount' in event.data) {
    year.turnover += Math.abs(event.data.amount);
    if ('date' in event.data && event.data.date > year.latest) year.latest = event.data.date;
  }
  const known = year.commands.get(event.by.commandId);
  if (known) known.last = year.revision;
  else {
    const { commandId, fingerprint } = event.by;
    year.commands.set(commandId, { fingerprint, first: year.revision, last: year.revision });
  }
  (APPLY[event.type] as (year: BudgetYear, event: RecordedEvent) => void)(year, event);
  return year;
}

/** The line's totals, made when the line is first spoken of. */
export function lineTotals(year: BudgetYear, line: BudgetLine): LineTotals {
  const key = lineKey(line);
  let totals = year.lines.get(key);
  if (!totals) year.lines.set(key, (totals = emptyLine(line)));
  return totals;
}

export const emptyLine = (line: BudgetLine): LineTotals => ({
  line,
  original: 0,
  supplemented: 0,
  cut: 0,
  virement: 0,
  carriedIn: 0,
  recalled: 0,
  frozen: 0,
  paid: 0,
  carriedOut: 0,
  surplus: 0,
});

const APPLY: { [Type in BudgetYearEventType]: (year: BudgetYear, event: Of<Type>) => void } = {
  FiscalYearOpened: (year, { data }) => {
    year.opened = data;
  },
  OriginalBudgetAllocated: (year, { data }) => allocate(year, data, data.amount),
  OriginalBudgetReversed: (year, { data }) => allocate(year, data, -data.amount),
  BudgetSupplemented: change('supplemented', 1),
  BudgetCut: change('cut', 1),
  BudgetTransferredOut: change('virement', -1),
  BudgetTransferredIn: change('virement', 1),
  CarryoverBroughtIn: change('carriedIn', 1),
  QuotaRecalled: change('recalled', 1),
  QuotaFrozen: (year, { data }) => {
    add(year, data.line, 'frozen', data.amount);
    const { remaining = 0, date = '' } = year.freezes.get(data.freezeId) ?? {};
    const last = remaining > 0 && date > data.date ? date : data.date;
    year.freezes.set(data.freezeId, { line: data.line, date: last, remaining: addFen(remaining, data.amount) });
  },
  QuotaReleased: (year, { data }) => unfreeze(year, data.freezeId, data.amount),
  PaymentMade: (year, event) => {
    const { data } = event;
    if (data.freezeId !== undefined) unfreeze(year, data.freezeId, data.fromFreeze ?? 0);
    stand(year, event);
  },
  PaymentRefunded: (year, event) => {
    const { data } = event;
    const original = currentVoucher(year, data.originalVoucher);
    if (original) original.remaining -= data.amount;
    spend(year, data.line, data.economicItem, -data.amount);
    noteVoucher(year, event);
  },
  PaymentReclassified: (year, event) => {
    const { data } = event;
    const original = currentVoucher(year, data.originalVoucher);
    if (original) Object.assign(original, { remaining: 0, movedTo: data.voucher });
    spend(year, data.fromLine, data.fromEconomicItem, -data.amount);
    stand(year, event);
  },
  IncomeReceived: (year, event) => {
    const { voucher, date, fundSource, item, amount } = event.data;
    year.incomes.set(voucher, { date, fundSource, item, remaining: amount });
    noteVoucher(year, event);
  },
  IncomeReversed: (year, event) => {
    const original = year.incomes.get(event.data.originalVoucher);
    if (original) original.remaining -= event.data.amount;
    noteVoucher(year, event);
  },
  CarryoverCarriedOut: (year, { data }) => {
    add(year, data.line, data.outcome === 'carryover' ? 'carriedOut' : 'surplus', data.amount);
  },
  CarryoverReturned: (year, { data }) => {
    add(year, data.line, data.outcome === 'carryover' ? 'carriedOut' : 'surplus', -data.amount);
  },
  ThreePublicBudgetSet: (year, event) => {
    year.threePublicBudget.set(event.data.kind, event.data.amount);
    noteFact(year, factKeys.ceiling(event.data), event.by.fingerprint);
  },
  AdjustmentDrafted: (year, { data, by }) => {
    const { adjustmentId, entries, ...document } = data;
    const draft = { document, entries, draftedBy: by.actor, submittedBy: null, status: 'drafted' as const };
    year.adjustments.set(adjustmentId, draft);
  },
  AdjustmentSubmitted: (year, { data, by }) => {
    const adjustment = year.adjustments.get(data.adjustmentId);
    if (adjustment) Object.assign(adjustment, { status: 'submitted', submittedBy: by.actor });
  },
  AdjustmentApproved: become('approved'),
  AdjustmentRejected: become('rejected'),
  AdjustmentApplied: become('applied'),
  AlertAnswered: (year, { data: { key, level, message }, by: { actor } }) => {
    const state = alertState(year, key);
    state.answered = { level, message };
    if (!state.answeredBy.includes(actor)) state.answeredBy.push(actor);
  },
  AlertSettled: (year, { data }) => {
    alertState(year, data.key).settled = data.level;
  },
  WatchingSet: (year, { by }) => noteFact(year, factKeys.watching(), by.fingerprint),
  FiscalYearClosed: (year, { data }) => {
    year.closed = true;
    if (data.date > year.latest) year.latest = data.date;
  },
  FiscalYearReopened: (year) => {
    year.closed = false;
  },
  OpeningBalanceRecorded: (year, { data }) => book(year, bookedAs.opening(data), data.amount, ''),
  OpeningBalanceReversed: (year, { data }) => book(year, bookedAs.opening(data), -data.amount, ''),
  SurplusUsed: (year, { data }) => book(year, bookedAs.surplus('used', data), data.amount, data.date),
  SurplusDistributed: (year, { data }) => book(year, bookedAs.surplus('distributed', data), data.amount, data.date),
  SurplusReversed: (year, { data }) => book(year, bookedAs.surplus(data.movement, data), -data.amount, data.date),
  PriorYearAccountRecorded: (year, { data, by }) => noteFact(year, factKeys.priorYear(data), by.fingerprint),
  DisclosureRecorded: (year, { data, by }) => noteFact(year, factKeys.disclosure(data), by.fingerprint),
  VarianceReasonRecorded: (year, { data, by }) => noteFact(year, factKeys.reason(data), by.fingerprint),
  ExplanationRevised: (year, { data, by }) => noteFact(year, factKeys.explanation(data), by.fingerprint),
};

/** The key under which each kind of fact replaces what was said before. */
export const factKeys = {
  ceiling: (data: { readonly kind: string }) => `ceiling:${data.kind}`,
  priorYear: (data: { readonly document: string; readonly name: string }) =>
    `prior:${data.document}:${factName(data.name)}`,
  disclosure: (data: { readonly name: string }) => `disclosure:${factName(data.name)}`,
  reason: (data: { readonly item: string }) => `reason:${data.item}`,
  explanation: (data: { readonly key: string }) => `explanation:${data.key}`,
  watching: () => 'watching',
};

function noteFact(year: BudgetYear, key: string, fingerprint: string): void {
  year.facts.set(key, { fingerprint, changes: (year.facts.get(key)?.changes ?? 0) + 1 });
}

function alertState(year: BudgetYear, key: string): AlertState {
  const state = year.alerts.get(key) ?? { answered: null, answeredBy: [], settled: null };
  year.alerts.set(key, state);
  return state;
}

function change(total: Change, sign: 1 | -1) {
  return (year: BudgetYear, event: { readonly data: { readonly line: BudgetLine; readonly amount: Fen } }): void =>
    add(year, event.data.line, total, sign * event.data.amount);
}

function allocate(year: BudgetYear, data: Of<'OriginalBudgetAllocated'>['data'], amount: Fen): void {
  add(year, data.line, 'original', amount);
  book(year, bookedAs.original(data), amount, data.date);
}

function become(status: 'approved' | 'rejected' | 'applied') {
  return (year: BudgetYear, event: { readonly data: { readonly adjustmentId: string } }): void => {
    const adjustment = year.adjustments.get(event.data.adjustmentId);
    if (adjustment) adjustment.status = status;
  };
}

function add(year: BudgetYear, line: BudgetLine, total: Change, amount: Fen): void {
  const totals = lineTotals(year, line);
  totals[total] = addFen(totals[total], amount);
}

function spend(year: BudgetYear, line: BudgetLine, economicItem: string | null, amount: Fen): void {
  add(year, line, 'paid', amount);
  const kind = isFiscal(line.fundSource) ? threePublicKindOf(economicItem) : null;
  if (kind) year.threePublicPaid.set(kind, addFen(year.threePublicPaid.get(kind) ?? 0, amount));
}

function unfreeze(year: BudgetYear, freezeId: string, amount: Fen): void {
  const freeze = year.freezes.get(freezeId);
  if (!freeze) return;
  freeze.remaining -= amount;
  add(year, freeze.line, 'frozen', -amount);
}

function stand(year: BudgetYear, { data, by }: Of<'PaymentMade' | 'PaymentReclassified'>): void {
  const { voucher, date, line, economicItem, amount } = data;
  spend(year, line, economicItem, amount);
  const { fingerprint } = by;
  year.vouchers.set(voucher, { fingerprint, date, line, economicItem, remaining: amount, movedTo: null });
}

type Vouched = { readonly data: { readonly voucher: string; readonly date: string }; readonly by: Provenance };

function noteVoucher(year: BudgetYear, { data: { voucher, date }, by: { fingerprint } }: Vouched): void {
  year.vouchers.set(voucher, { fingerprint, date, line: null, economicItem: null, remaining: 0, movedTo: null });
}

/** The voucher under which a payment's money stands now: corrections move it on. */
export function currentVoucher(year: BudgetYear, voucher: string): ReturnType<BudgetYear['vouchers']['get']> {
  let current = year.vouchers.get(voucher);
  while (current?.movedTo) current = year.vouchers.get(current.movedTo);
  return current;
}
