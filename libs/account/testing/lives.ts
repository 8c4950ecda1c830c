import { CodeBook, type ExpenditureKind, type FundSource, isFiscal } from '@juesuan/classification';
import {
  available,
  type BudgetLine,
  type BudgetYear,
  type BudgetYearCommand,
  budgetYearDecider,
  type BudgetYearEvent,
  lineKey,
  type RecordedEvent,
} from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';

const code = (each: string) => ({ code: each, name: each, from: null, to: null });
const books = {
  functional: new CodeBook('functional', ['2080101', '2080102', '2050302', '2120801', '2230105'].map(code)),
  economic: new CodeBook('economic', ['30101', '30217', '30231', '30302', '31013'].map(code)),
};
const decider = budgetYearDecider(books);

const line = (item: string, kind: ExpenditureKind, fundSource: FundSource, project = ''): BudgetLine => ({
  item,
  kind,
  fundSource,
  project,
});
const LINES = [
  line('2080101', 'basic', 'generalPublic'),
  line('2080101', 'project', 'generalPublic', '维修'),
  line('2080102', 'basic', 'generalPublic'),
  line('2050302', 'project', 'generalPublic', '助学金'),
  line('2120801', 'project', 'governmentFund', '征地'),
  line('2230105', 'project', 'stateCapital', '改制'),
  line('2050302', 'operating', 'operating'),
  line('2080101', 'toAffiliated', 'institutional'),
  line('2080101', 'basic', 'fiscalAccount'),
];
const INCOMES: readonly FundSource[] = [
  'generalPublic',
  'governmentFund',
  'stateCapital',
  'fiscalAccount',
  'superior',
  'institutional',
  'other',
];

/** One throw: naturals below FACES, which say what is asked. */
export type Throw = readonly number[];

const ITEMS = ['30101', '30217', '30231', '30302', '31013'] as const;

interface Drawn {
  readonly verb: number;
  readonly line: BudgetLine;
  readonly other: BudgetLine;
  readonly economicItem: string;
  readonly amount: number;
  readonly which: number;
  readonly fundSource: FundSource;
}

const pick = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value;

function drawn([verb = 0, on = 0, other = 0, item = 0, amount = 0, which = 0, fund = 0]: Throw): Drawn {
  return {
    verb,
    line: pick(LINES, on),
    other: pick(LINES, other),
    economicItem: pick(ITEMS, item),
    amount: amount + 1,
    which,
    fundSource: pick(INCOMES, fund),
  };
}

type Asked = Pick<BudgetYearCommand, 'type' | 'data'>;
const change = ({ line: on, amount, which }: Drawn) => ({
  line: on,
  amount,
  documentNumber: `文${which % 3}`,
  date: '2023-05-06',
  purpose: `事由${which % 2}`,
});
const money = ({ line: on, amount, economicItem }: Drawn, voucher: string) => ({
  line: on,
  amount,
  economicItem,
  voucher,
  date: '2023-06-01',
  summary: '',
});
const standing = (year: BudgetYear, which: number) => {
  const payments = [...year.vouchers].filter(([, { remaining }]) => remaining > 0);
  return payments[which % Math.max(1, payments.length)];
};
const date = '2023-12-31';

/** What a throw asks of a year; what refers to a payment refers to one that stands. */
const VERBS: readonly ((thrown: Drawn, year: BudgetYear, voucher: string) => Asked | null)[] = [
  ({ line: on, amount, which, economicItem }) => ({
    type: 'AllocateOriginalBudget',
    data: { line: on, amount, economicItem, origin: which % 3 ? 'current' : 'carryover' },
  }),
  (thrown) => ({ type: 'SupplementBudget', data: change(thrown) }),
  (thrown, year) => ({ type: 'CutBudget', data: change(within(thrown, year)) }),
  (thrown, year) => ({ type: 'RecallQuota', data: change(within(thrown, year)) }),
  (thrown) => ({ type: 'TransferBudgetIn', data: change(thrown) }),
  (thrown, year) => {
    const { line: from, ...rest } = change(within(thrown, year));
    return { type: 'TransferBudget', data: { ...rest, from, to: thrown.other } };
  },
  (thrown) => {
    const carryover = isFiscal(thrown.line.fundSource) ? 'book' : 'nonFiscal';
    return { type: 'BringInCarryover', data: { ...change(thrown), carryover } };
  },
  ({ line: on, amount, which }) => ({
    type: 'FreezeQuota',
    data: { line: on, amount, freezeId: `H${which % 2}`, date: '2023-03-01', purpose: '' },
  }),
  pays,
  pays,
  pays,
  pays,
  (thrown, year, voucher) => {
    const [freezeId, freeze] = [...year.freezes][0] ?? [];
    return freezeId && freeze
      ? { type: 'MakePayment', data: { ...money({ ...thrown, line: freeze.line }, voucher), freezeId } }
      : null;
  },
  (thrown, year, voucher) => {
    const [originalVoucher, paid] = standing(year, thrown.which) ?? [];
    if (!originalVoucher || !paid?.line) return null;
    const data = { ...money(thrown, voucher), originalVoucher, line: paid.line, economicItem: paid.economicItem };
    return { type: 'RefundPayment', data: { ...data, amount: Math.min(thrown.amount, paid.remaining) } };
  },
  corrects,
  corrects,
  ({ fundSource, line: { item }, amount }, _year, voucher) => ({
    type: 'ReceiveIncome',
    data: { voucher, date: '2023-02-01', fundSource, item, amount, summary: '' },
  }),
  ({ fundSource, line: { item }, amount }) => ({ type: 'RecordOpeningBalance', data: { fundSource, item, amount } }),
  ({ amount }) => ({ type: 'UseSurplus', data: { date, amount, purpose: '' } }),
  ({ amount }) => ({ type: 'DistributeSurplus', data: { date, amount, purpose: '' } }),
  ({ amount, which }) => ({
    type: 'SetThreePublicBudget',
    data: { kind: which % 2 ? 'reception' : 'vehicleOperation', amount: amount * 50 },
  }),
  ({ line: on, which }, year) => {
    const recall = { outcome: 'recall', documentNumber: '文9', purpose: '收回' } as const;
    const outcome =
      which % 2 ? recall : { outcome: on.kind === 'basic' ? ('carryover' as const) : ('surplus' as const) };
    const dispositions = year.lines.has(lineKey(on)) ? [{ line: on, ...outcome }] : [];
    return { type: 'CloseFiscalYear', data: { date, dispositions, chainHead: null } };
  },
];

/** The same throw with an amount that its line can spare, where it has any. */
function within(thrown: Drawn, year: BudgetYear): Drawn {
  const totals = year.lines.get(lineKey(thrown.line));
  return totals && available(totals) > 0 ? { ...thrown, amount: 1 + (thrown.amount % available(totals)) } : thrown;
}

function pays(thrown: Drawn, year: BudgetYear, voucher: string): Asked {
  return { type: 'MakePayment', data: money(within(thrown, year), voucher) };
}

/** A payment's remaining amount goes to another line of the same 资金性质, or to another economic item. */
function corrects(thrown: Drawn, year: BudgetYear, voucher: string): Asked | null {
  const [originalVoucher, paid] = standing(year, thrown.which) ?? [];
  if (!originalVoucher || !paid?.line) return null;
  const { line: from } = paid;
  const to = LINES.filter(({ fundSource }) => fundSource === from.fundSource);
  const data = { ...money(thrown, voucher), originalVoucher, amount: paid.remaining };
  return { type: 'ReclassifyPayment', data: { ...data, line: thrown.amount % 2 ? pick(to, thrown.which) : from } };
}

/** How many sides each number of a throw has: verb, line, other line, economic item, amount in 分, which payment, source. */
export const FACES = [VERBS.length, LINES.length, LINES.length, ITEMS.length, 900_000_000, 12, INCOMES.length] as const;

/** A throw that closes the year. */
export const CLOSING: Throw = [VERBS.length - 1, 1, 0, 0, 0, 1, 0];

/** What happened in a unit's year, and what the write side holds of it. */
export interface Lived {
  readonly events: readonly BudgetYearEvent[];
  readonly year: BudgetYear;
}

/** A unit's year as the write side decides it; a year closed on the way is reopened by the next throw. */
export function live(unitCode: string, throws: readonly Throw[]): Lived {
  const identity = { unitCode, unitName: unitCode, parentCode: null, unitType: 'administrative', year: 2023 } as const;
  let year = decider.initial();
  const events: BudgetYearEvent[] = [];
  const ask = (asked: Asked | null, id: string): void => {
    for (const event of asked ? answer(year, asked, id) : []) {
      year = decider.evolve(year, event);
      events.push(event);
    }
  };
  ask({ type: 'OpenFiscalYear', data: identity }, 'open');
  throws.map(drawn).forEach((thrown, index) => {
    if (year.closed) ask({ type: 'ReopenFiscalYear', data: { date, reason: '补记' } }, `reopen-${index}`);
    ask(pick(VERBS, thrown.verb)(thrown, year, `V${index}`), `step-${index}`);
  });
  return { events, year };
}

function answer(year: BudgetYear, asked: Asked, id: string): RecordedEvent[] {
  const by = { commandId: id, fingerprint: id, actor: '会计', administrator: true };
  try {
    return decider.decide(year, { ...asked, by } as BudgetYearCommand);
  } catch (error) {
    if (error instanceof RuleViolation) return [];
    throw error;
  }
}
