import { type Fen, firstDay } from '@juesuan/kernel';
import type { BudgetLine, BudgetYearEvent, BudgetYearEventType } from '@juesuan/execution';
import type { Dimensions, Entry, Measure } from './entry';

/** Where an event stands: its unit, its year, its place in their stream. */
export interface Place {
  readonly unit: string;
  readonly year: number;
  readonly revision: number;
}

type Of<Type extends BudgetYearEventType> = Extract<BudgetYearEvent, { type: Type }>['data'];

/** The signed entries that an event makes in the journal; events that move neither money nor quota make none. */
export function entriesOf(event: BudgetYearEvent, place: Place): Entry[] {
  const journal = (JOURNAL as Partial<Record<BudgetYearEventType, (data: never, place: Place) => Entry[]>>)[event.type];
  return journal ? journal(event.data as never, place) : [];
}

const JOURNAL: { [Type in BudgetYearEventType]?: (data: Of<Type>, place: Place) => Entry[] } = {
  OriginalBudgetAllocated: (data, place) => [
    onLine(place, originOf(data.origin), data, data.amount, '', data.economicItem ?? ''),
  ],
  OriginalBudgetReversed: (data, place) => [
    onLine(place, originOf(data.origin), data, -data.amount, '', data.economicItem ?? ''),
  ],
  BudgetSupplemented: (data, place) => [quota(place, 'supplement', data, 1)],
  BudgetCut: (data, place) => [quota(place, 'cut', data, -1)],
  BudgetTransferredIn: (data, place) => [quota(place, 'virementIn', data, 1)],
  BudgetTransferredOut: (data, place) => [quota(place, 'virementOut', data, -1)],
  CarryoverBroughtIn: (data, place) => [
    quota(place, data.carryover === 'reissued' ? 'reissued' : 'carryoverIn', data, 1),
  ],
  QuotaRecalled: (data, place) => [quota(place, 'recall', data, -1)],
  QuotaFrozen: (data, place) => [onLine(place, 'freeze', data, data.amount, data.freezeId)],
  QuotaReleased: (data, place) => [onLine(place, 'freeze', data, -data.amount, data.freezeId)],
  PaymentMade: (data, place) => {
    const paid = spent(place, 'payment', data, data.amount);
    return data.fromFreeze ? [paid, onLine(place, 'freeze', data, -data.fromFreeze, data.freezeId ?? '')] : [paid];
  },
  PaymentRefunded: (data, place) => [spent(place, 'refund', data, -data.amount)],
  PaymentReclassified: (data, place) => {
    const from = { ...data, line: data.fromLine, economicItem: data.fromEconomicItem };
    return [spent(place, 'reclassification', from, -data.amount), spent(place, 'reclassification', data, data.amount)];
  },
  CarryoverCarriedOut: (data, place) => [onLine(place, yearEnd(data.outcome), data, data.amount, '')],
  CarryoverReturned: (data, place) => [onLine(place, yearEnd(data.outcome), data, -data.amount, '')],
  IncomeReceived: (data, place) => [
    entry(place, 'income', data.amount, data.date, data.voucher, { fundSource: data.fundSource, item: data.item }),
  ],
  IncomeReversed: (data, place) => [
    entry(place, 'income', -data.amount, data.date, data.voucher, { fundSource: data.fundSource, item: data.item }),
  ],
  OpeningBalanceRecorded: (data, place) => [
    entry(place, 'opening', data.amount, firstDay(place.year), '', { fundSource: data.fundSource, item: data.item }),
  ],
  OpeningBalanceReversed: (data, place) => [
    entry(place, 'opening', -data.amount, firstDay(place.year), '', { fundSource: data.fundSource, item: data.item }),
  ],
  SurplusUsed: (data, place) => [entry(place, 'surplusUsed', data.amount, data.date, '', { purpose: data.purpose })],
  SurplusDistributed: (data, place) => [
    entry(place, 'surplusDistributed', data.amount, data.date, '', { purpose: data.purpose }),
  ],
  SurplusReversed: (data, place) => {
    const measure = data.movement === 'used' ? 'surplusUsed' : 'surplusDistributed';
    return [entry(place, measure, -data.amount, data.date, '', { purpose: data.purpose })];
  },
  ThreePublicBudgetSet: (data, place) =>
    data.amount === data.previous
      ? []
      : [
          entry(place, 'threePublicBudget', data.amount - data.previous, firstDay(place.year), '', {
            economicItem: data.kind,
          }),
        ],
};

const originOf = (origin: 'current' | 'carryover'): Measure =>
  origin === 'carryover' ? 'originalCarryover' : 'original';

const yearEnd = (outcome: 'carryover' | 'surplus'): Measure => (outcome === 'carryover' ? 'carryoverOut' : 'surplus');

type Rest = Partial<Pick<Dimensions, 'fundSource' | 'item' | 'kind' | 'project' | 'economicItem' | 'purpose'>>;

function entry(place: Place, measure: Measure, amount: Fen, date: string, reference: string, rest: Rest): Entry {
  const { unit, year, revision } = place;
  const { fundSource = '', item = '', kind = '', project = '', economicItem = '', purpose = '' } = rest;
  return {
    unit,
    year,
    measure,
    fundSource,
    item,
    kind,
    project,
    economicItem,
    purpose,
    amount,
    date,
    reference,
    revision,
  };
}

type Dated = { readonly line: BudgetLine; readonly date: string };

/** Written out member by member: a year of a million payments comes through here. */
function onLine(
  place: Place,
  measure: Measure,
  { line, date }: Dated,
  amount: Fen,
  reference: string,
  economicItem = '',
  purpose = '',
): Entry {
  return {
    unit: place.unit,
    year: place.year,
    measure,
    fundSource: line.fundSource,
    item: line.item,
    kind: line.kind,
    project: line.project,
    economicItem,
    purpose,
    amount,
    date,
    reference,
    revision: place.revision,
  };
}

type Changed = Dated & { readonly amount: Fen; readonly documentNumber: string; readonly purpose: string };

const quota = (place: Place, measure: Measure, data: Changed, sign: 1 | -1): Entry =>
  onLine(place, measure, data, sign * data.amount, data.documentNumber, '', data.purpose);

type Spent = Dated & { readonly voucher: string; readonly economicItem: string | null };

const spent = (place: Place, measure: Measure, data: Spent, amount: Fen): Entry =>
  onLine(place, measure, data, amount, data.voucher, data.economicItem ?? '');
