import { STANDARD_SETTINGS } from '../src';
import type { BudgetLine, BudgetYear, BudgetYearCommand, RecordedEvent } from '../src';
import { budgetYearDecider } from '../src';
import { books } from './books';
import {
  change,
  correction,
  draft,
  ending,
  freeze,
  income,
  land,
  office,
  payment,
  project,
  refund,
  reversal,
  unit,
} from './facts';
import { asked, type Asked, commandOf } from './scenario';
import { RuleViolation } from '@juesuan/kernel';

/** One throw: naturals that say which command, on which of a few lines and vouchers. Few, so that commands collide. */
export interface Throw {
  readonly verb: number;
  readonly line: number;
  readonly other: number;
  readonly amount: number;
  readonly voucher: number;
  readonly original: number;
  readonly id: number;
}

const LINES: readonly BudgetLine[] = [office, project, ending, land];
const ITEMS = ['30201', '30217', '30101', '30231'] as const;
const DAYS = ['2023-03-01', '2023-06-30', '2023-09-30', '2023-12-31'] as const;
const OUTCOMES = ['carryover', 'surplus', 'recall'] as const;
const KINDS = ['reception', 'vehicleOperation'] as const;

const pick = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value;

/** Every command there is, made of a throw. Payments stand several times: most of a year is payments. */
const VERBS: readonly ((thrown: Throw, year: BudgetYear) => Asked)[] = [
  pays,
  pays,
  pays,
  (thrown) => asked('MakePayment', { ...paymentOf(thrown), freezeId: `HT-${thrown.other % 2}` }),
  refunds,
  refunds,
  corrects,
  corrects,
  ({ line, amount }) =>
    asked('AllocateOriginalBudget', {
      line: pick(LINES, line),
      amount,
      economicItem: null,
      origin: amount % 2 ? 'current' : 'carryover',
    }),
  ({ line, amount }) =>
    asked('ReverseOriginalBudget', {
      line: pick(LINES, line),
      amount,
      economicItem: null,
      origin: amount % 2 ? 'current' : 'carryover',
      reason: '录入有误',
    }),
  (thrown) => asked('SupplementBudget', changeOf(thrown)),
  (thrown) => asked('CutBudget', changeOf(thrown)),
  (thrown) => asked('RecallQuota', changeOf(thrown)),
  (thrown) => asked('TransferBudgetOut', changeOf(thrown)),
  (thrown) => asked('TransferBudgetIn', changeOf(thrown)),
  (thrown) => asked('BringInCarryover', { ...changeOf(thrown), carryover: thrown.other % 2 ? 'book' : 'reissued' }),
  (thrown) => {
    const { line: from, ...rest } = changeOf(thrown);
    return asked('TransferBudget', { ...rest, from, to: pick(LINES, thrown.other) });
  },
  ({ line, amount, other }) =>
    asked('FreezeQuota', { ...freeze(`HT-${other % 2}`, '1.00', pick(LINES, line)), amount }),
  ({ amount, other }) => asked('ReleaseQuota', { freezeId: `HT-${other % 2}`, amount, date: '2023-10-01' }),
  ({ voucher, amount }) => asked('ReceiveIncome', income(voucherOf(voucher), '1.00', { amount })),
  reverses,
  ({ line, amount }) =>
    asked('RecordOpeningBalance', { fundSource: pick(LINES, line).fundSource, item: pick(LINES, line).item, amount }),
  ({ line, amount }) => {
    const { fundSource, item } = pick(LINES, line);
    return asked('ReverseOpeningBalance', { fundSource, item, amount, reason: '登记有误' });
  },
  ({ amount }) => asked('UseSurplus', { date: '2023-12-31', amount, purpose: '弥补' }),
  ({ amount }) => asked('DistributeSurplus', { date: '2023-12-31', amount, purpose: '分配' }),
  ({ amount, other }) =>
    asked('ReverseSurplus', {
      movement: other % 2 ? 'used' : 'distributed',
      date: '2023-12-31',
      amount,
      purpose: other % 2 ? '弥补' : '分配',
      reason: '登记有误',
    }),
  ({ other, amount }) => asked('SetThreePublicBudget', { kind: pick(KINDS, other), amount: amount * 3 }),
  ({ other, amount }) => asked('RecordPriorYearAccount', { document: 'account', name: `N${other}`, amount }),
  ({ other, amount }) => asked('RecordDisclosure', { name: `N${other}`, value: `${amount}`, unit: '', note: '' }),
  ({ line }) => asked('RecordVarianceReason', { item: pick(LINES, line).item, reason: '压减{追减}万元' }),
  ({ other }) => asked('ReviseExplanation', { key: `k${other}`, text: '如实' }),
  ({ line, other, original }) =>
    asked('AnswerAlert', {
      key: `behind-time:${line % 2}`,
      text: '已在办',
      date: pick(DAYS, original),
      raised: alert(other),
    }),
  ({ line, other, original }) =>
    asked('SettleAlert', {
      key: `behind-time:${line % 2}`,
      comment: '',
      date: pick(DAYS, original),
      raised: alert(other),
    }),
  ({ other }) =>
    asked('SetWatching', { ...STANDARD_SETTINGS, limits: { ...STANDARD_SETTINGS.limits, usedUp: 90 + other } }),
  (thrown) => asked('DraftAdjustment', draft(documentOf(thrown), entriesOf(thrown))),
  proceeds,
  proceeds,
  proceeds,
  proceeds,
  (thrown) => asked('SubmitAdjustment', { adjustmentId: documentOf(thrown) }),
  (thrown) => asked('ApproveAdjustment', { adjustmentId: documentOf(thrown), comment: '' }),
  (thrown) => asked('ApplyAdjustment', { adjustmentId: documentOf(thrown) }),
  (thrown) => asked('RejectAdjustment', { adjustmentId: documentOf(thrown), comment: '' }),
  (thrown, year) => asked('RejectAdjustment', { adjustmentId: submitted(thrown, year), comment: '' }),
  closes,
  reopens,
];

/** How many commands there are to throw for. */
export const FACES = VERBS.length;

const alert = (level: number) => ({ level: pick(['warn', 'reply', 'refuse'] as const, level), message: '慢' });
const voucherOf = (index: number): string => `V${index}`;
const documentOf = ({ voucher }: Throw): string => `T${voucher % 5}`;
const changeOf = ({ line, amount, original }: Throw) =>
  change('1.00', { line: pick(LINES, line), amount, date: pick(DAYS, original) });
const moneyOf = ({ line, amount, original, other }: Throw) => ({
  line: pick(LINES, line),
  amount,
  economicItem: pick(ITEMS, other),
  date: pick(DAYS, original),
});
const paymentOf = (thrown: Throw) => payment(voucherOf(thrown.voucher), '1.00', moneyOf(thrown));

function pays(thrown: Throw): Asked {
  return asked('MakePayment', paymentOf(thrown));
}

function entriesOf({ line, other, amount }: Throw) {
  const to = pick(LINES, other);
  const from = pick(LINES, line);
  return [
    { type: 'transferOut', line: from, amount },
    { type: 'transferIn', line: to, amount },
    { type: 'cut', line: to, amount: 1 + (amount % 7) },
  ] as const;
}

/** The payment that is refunded or corrected: mostly one that stands, at what it still has. */
function standing({ original, other, line }: Throw, year: BudgetYear) {
  // By number: a packed year lists its vouchers in another order, and the same throw must mean the same.
  const payments = [...year.vouchers].filter(([, { remaining }]) => remaining > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const found = other === 0 ? undefined : payments[original % Math.max(1, payments.length)];
  const [voucher, { remaining, economicItem, line: stands }] = found ?? [
    voucherOf(original),
    { remaining: 1, economicItem: '30201', line: pick(LINES, line) },
  ];
  return { voucher, remaining, economicItem, line: stands ?? office };
}

function refunds(thrown: Throw, year: BudgetYear): Asked {
  const { voucher, remaining, economicItem, line } = standing(thrown, year);
  const amount = thrown.other === 1 ? remaining : thrown.amount;
  const more = { line, economicItem, amount, date: pick(DAYS, thrown.original) };
  return asked('RefundPayment', refund(voucherOf(thrown.voucher), voucher, '1.00', more));
}

/** Mostly an income that was received, mostly at what is left of it. */
function reverses({ voucher, original, other, amount }: Throw, year: BudgetYear): Asked {
  const received = [...year.incomes];
  const [name, { remaining }] = received[original % Math.max(1, received.length)] ?? [
    voucherOf(original),
    { remaining: 1 },
  ];
  return asked(
    'ReverseIncome',
    reversal(voucherOf(voucher), name, '1.00', {
      amount: other === 1 ? remaining : amount,
      date: pick(DAYS, original),
    }),
  );
}

function corrects(thrown: Throw, year: BudgetYear): Asked {
  const { voucher, remaining } = standing(thrown, year);
  const more = { ...moneyOf(thrown), amount: thrown.other === 1 ? thrown.amount : remaining };
  return asked('ReclassifyPayment', correction(voucherOf(thrown.voucher), voucher, '1.00', more));
}

/** A 调整单 that waits for its reviewer, where there is one. */
const submitted = (thrown: Throw, year: BudgetYear): string =>
  [...year.adjustments].find(([, { status }]) => status === 'submitted')?.[0] ?? documentOf(thrown);

/** The next step of a 调整单 that is under way. */
function proceeds(thrown: Throw, year: BudgetYear): Asked {
  const under = [...year.adjustments].find(([, { status }]) => status !== 'applied' && status !== 'rejected');
  const [adjustmentId, status] = under ? [under[0], under[1].status] : [documentOf(thrown), 'drafted'];
  if (status === 'approved') return asked('ApplyAdjustment', { adjustmentId });
  return asked(status === 'submitted' ? 'ApproveAdjustment' : 'SubmitAdjustment', { adjustmentId, comment: '' });
}

function closes({ line, other }: Throw): Asked {
  const outcome = pick(OUTCOMES, other);
  const recall = { outcome: 'recall', documentNumber: '株财收1号', purpose: '收回' } as const;
  const disposition = { line: pick(LINES, line), ...(outcome === 'recall' ? recall : { outcome }) };
  return asked('CloseFiscalYear', { date: '2023-12-31', dispositions: [disposition], chainHead: null });
}

function reopens({ other }: Throw): Asked {
  return asked('ReopenFiscalYear', { date: '2023-12-31', reason: other ? '补记' : '更正' });
}

/** A year that was lived: what happened, and the year after each command, refused or not. */
export interface Lived {
  readonly year: BudgetYear;
  readonly events: readonly RecordedEvent[];
  readonly refused: readonly RuleViolation[];
}

const decider = budgetYearDecider(books);

type Watch = (year: BudgetYear, decide: () => readonly RecordedEvent[]) => void;

/**
 * Lives a year by throws: opened, each of the lines given some quota, then whatever the throws ask. `watch` sees the year
 * before each decision and calls for it; `between` may hand the year on in another form. Two officers ask in turn, now and then
 * under an id that was used before.
 */
export function live(
  throws: readonly Throw[],
  watch: Watch = (_year, decide) => void decide(),
  between: (year: BudgetYear) => BudgetYear = (year) => year,
): Lived {
  let year = decider.initial();
  const events: RecordedEvent[] = [];
  const refused: RuleViolation[] = [];
  for (const next of [...beginning, ...throws.map(commandFor)]) {
    year = between(year);
    const command = next(year);
    let decided: readonly RecordedEvent[] = [];
    watch(year, () => (decided = answer(year, command, refused)));
    for (const event of decided) year = decider.evolve(year, event);
    events.push(...decided);
  }
  return { year, events, refused };
}

type Next = (year: BudgetYear) => BudgetYearCommand;

const beginning: readonly Next[] = [
  () => commandOf(asked('OpenFiscalYear', { ...unit, parentCode: null }), { commandId: 'open' }),
  ...LINES.map((line, index) => {
    const start = asked('AllocateOriginalBudget', { line, amount: 500, economicItem: null, origin: 'current' });
    return () => commandOf(start, { commandId: `start-${index}` });
  }),
];

/** A closed year takes nothing but its reopening, so that is mostly what is asked of it. */
function commandFor(thrown: Throw, index: number): Next {
  const commandId = thrown.id < 2 ? `again-${thrown.id}` : `step-${index}`;
  const by = { commandId, actor: thrown.id % 2 ? '李科长' : '王会计', administrator: true };
  return (year) => {
    const verb = year.closed && thrown.id % 4 !== 0 ? reopens : pick(VERBS, thrown.verb);
    return commandOf(verb(thrown, year), by);
  };
}

function answer(year: BudgetYear, command: BudgetYearCommand, refused: RuleViolation[]): RecordedEvent[] {
  try {
    return decider.decide(year, command);
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    refused.push(error);
    return [];
  }
}
