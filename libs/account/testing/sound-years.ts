import { EXPENDITURE_KINDS, type ExpenditureKind, type FundSource, type UnitType } from '@juesuan/classification';
import type { BudgetLine, BudgetYearEvent } from '@juesuan/execution';
import fc from 'fast-check';
import type { Evidence } from '../src';
import { accountOfEvents, type Books, fromEventsOf } from './account-of-events';
import * as say from './events';
import { sampleYear } from './sample-year';

const ITEMS: Readonly<Record<string, readonly string[]>> = {
  generalPublic: ['2080101', '2080150', '2080199', '2210201'],
  governmentFund: ['2120803'],
  stateCapital: ['2230105'],
  institutional: ['2080150', '2080199'],
  superior: ['2080150'],
  other: ['2080101', '2080199'],
};
const FISCAL = ['generalPublic', 'governmentFund', 'stateCapital'];
const KINDS = Object.keys(EXPENDITURE_KINDS) as ExpenditureKind[];
/** Names that begin or end one another's are among them. */
const BOOKED_ON: Readonly<Record<string, string>> = {
  '30101': '基本工资',
  '30113': '住房公积金',
  '30114': '医疗费',
  '30201': '办公费',
  '30206': '电费',
  '30207': '邮电费',
  '30215': '会议费',
  '30217': '公务接待费',
  '30231': '公务用车运行维护费',
  '30302': '退休费',
  '30307': '医疗费补助',
  '31002': '办公设备购置',
  '31013': '公务用车购置',
};
const UNITS: readonly [string, UnitType][] = [
  ['900001', 'administrative'],
  ['900002', 'civilServiceManaged'],
  ['900003', 'institution'],
];

/** What officers write beside a change, also what speaks of another direction or ends in a figure. */
const PURPOSES = [
  '绩效奖金',
  '冲回误追加的绩效奖金',
  '追加项目核减',
  '压减日常开支',
  '人员变动，减少开支',
  '年末未使用指标收回',
  '科目间调剂',
  '2023年项目2',
  '按规定调整；补缴社保。',
];
const PROJECTS = ['', '专项业务', '50万元以下小型维修', '追减（收回）项目3'];

/** Reasons and last year’s figures that a department may have recorded. */
const REASONS = ['人员变动，净额{差额}万元', '主要原因是：', '主要原因是厉行节约。'];
const LAST_YEAR = ['收入支出总计', '财政拨款收入支出总计', '一般公共预算财政拨款支出', '基本支出', '公务接待费'];

/** 万元 with all six decimals. */
const wan = (fen: number): string => {
  const digits = String(fen).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
};

/** Small amounts: where every part is near half a cent of 万元, rounding errors are largest. Nothing at all is common too. */
const amount = fc.oneof(fc.integer({ min: 2, max: 60_000 }), fc.integer({ min: 2, max: 900_000_000 }));
const maybe = fc.oneof(fc.constant(0), fc.constant(0), amount);

const spending = fc.constantFrom(...Object.keys(ITEMS)).chain((fund) =>
  fc.record({
    unit: fc.nat({ max: UNITS.length - 1 }),
    fund: fc.constant(fund as FundSource),
    item: fc.constantFrom(...(ITEMS[fund] ?? [])),
    donor: fc.constantFrom(...(ITEMS[fund] ?? [])),
    kind: fc.constantFrom(...(FISCAL.includes(fund) ? KINDS.slice(0, 2) : KINDS)),
    project: fc.constantFrom(...PROJECTS),
    economicItem: fc.constantFrom(...Object.keys(BOOKED_ON)),
    corrected: fc.option(fc.constantFrom(...Object.keys(BOOKED_ON))),
    paid: fc.oneof(fc.constant(0), amount, amount, amount),
    budget: amount,
    supplement: maybe,
    carriedIn: maybe,
    moved: maybe,
    cut: maybe,
    recalled: maybe,
    frozen: maybe,
    opening: fc.nat({ max: 30_000 }),
    income: fc.nat({ max: 30_000 }),
    refund: fc.nat({ max: 1 }),
    outcome: fc.constantFrom('carryover' as const, 'surplus' as const),
    purposes: fc.tuple(...[0, 1, 2, 3].map(() => fc.constantFrom(...PURPOSES))),
  }),
);
type Spending = typeof spending extends fc.Arbitrary<infer One> ? One : never;

const lineOf = ({ item, kind, fund, project }: Spending): BudgetLine =>
  say.line(item, kind, fund, kind === 'project' ? project : '');

/** Quota that comes is spent, cut, taken back or moved away only as far as it is there; returned with what is left of it. */
function quotaOf(one: Spending, index: number): { events: BudgetYearEvent[]; left: number } {
  const on = lineOf(one);
  const donor = say.line(one.donor, one.kind, one.fund, '调剂转出方');
  const carriedIn = FISCAL.includes(one.fund) ? one.carriedIn : 0;
  const [supplemented, cut, recalled, moved] = one.purposes;
  const adds: readonly (readonly [number, () => BudgetYearEvent[]])[] = [
    [one.supplement, () => [say.supplemented(on, wan(one.supplement), `文${index}`, supplemented)]],
    [carriedIn, () => [say.broughtIn(on, wan(carriedIn), `文${index}`)]],
    [
      one.moved,
      () => [
        say.budgeted(donor, wan(one.moved)),
        say.transferredOut(donor, wan(one.moved), `调${index}`, moved),
        say.transferredIn(on, wan(one.moved), `调${index}`, moved),
      ],
    ],
  ];
  const takes: readonly (readonly [number, (fen: number) => BudgetYearEvent])[] = [
    [one.cut, (fen) => say.cut(on, wan(fen), `文${index}`, cut)],
    [one.recalled, (fen) => say.recalled(on, wan(fen), `文${index}`, recalled)],
  ];
  let left = one.budget + one.supplement + carriedIn + one.moved;
  const events = [say.budgeted(on, wan(one.budget)), ...adds.flatMap(([fen, tell]) => (fen === 0 ? [] : tell()))];
  for (const [wanted, tell] of takes) {
    const fen = Math.min(wanted, left);
    if (fen > 0) events.push(tell(fen));
    left -= fen;
  }
  return { events, left };
}

/** A payment out of money that was there: opening balance and income cover it. */
function eventsOf(one: Spending, index: number, closes: boolean): BudgetYearEvent[] {
  const on = lineOf(one);
  const { events, left } = quotaOf(one, index);
  const paid = Math.min(one.paid, left);
  const refund = Math.min(one.refund, Math.max(0, paid - 1));
  const kept = left - paid + refund;
  const booked = one.corrected ?? one.economicItem;
  const from = { line: on, economicItem: one.economicItem, voucher: `凭证${index}` };
  const frozen = closes ? 0 : Math.min(one.frozen, kept);
  return [
    ...events,
    ...(one.opening === 0 ? [] : [say.openedWith(one.fund, one.item, wan(one.opening))]),
    say.received(one.fund, one.item, wan(Math.max(1, paid - one.opening) + one.income)),
    ...(paid === 0 ? [] : [say.paid(on, one.economicItem, wan(paid), from.voucher)]),
    ...(paid === 0 || one.corrected === null
      ? []
      : [say.corrected(from, { line: on, economicItem: booked }, wan(paid))]),
    ...(refund === 0 ? [] : [say.refunded(on, booked, wan(refund), from.voucher)]),
    ...(frozen === 0 ? [] : [say.frozen(on, wan(frozen), `冻${index}`)]),
    ...(closes && kept > 0 ? [say.carriedOut(on, wan(kept), one.outcome)] : []),
  ];
}

/** The year before, as far as this one comes out of it: money that was left, and quota that was carried out. */
function yearBefore(spendings: readonly Spending[]): BudgetYearEvent[] {
  return spendings.flatMap((one) => [
    ...(one.opening === 0 ? [] : [say.received(one.fund, one.item, wan(one.opening))]),
    ...(one.carriedIn === 0 || !FISCAL.includes(one.fund)
      ? []
      : [say.budgeted(lineOf(one), wan(one.carriedIn)), say.carriedOut(lineOf(one), wan(one.carriedIn), 'carryover')]),
  ]);
}

const facts = fc.record({
  reasons: fc.array(fc.tuple(fc.constantFrom(...(ITEMS['generalPublic'] ?? [])), fc.constantFrom(...REASONS))),
  lastYear: fc.array(fc.tuple(fc.constantFrom(...LAST_YEAR), fc.oneof(fc.constant(0), amount))),
});

/** A department's books in which everything was recorded as it must be, and what its checks are given. */
export interface SoundYear {
  readonly books: Books;
  readonly evidence: Evidence;
}

/** Years in which quota moved in every way, money was paid, refunded and booked anew, and the year may be closed. */
export const soundYears: fc.Arbitrary<SoundYear> = fc
  .record({
    spendings: fc.array(spending, { minLength: 1, maxLength: 30 }),
    closes: fc.boolean(),
    hasYearBefore: fc.boolean(),
    facts,
  })
  .map(({ spendings, closes, hasYearBefore, facts: { reasons, lastYear } }) => {
    const end = closes ? [say.closed] : [];
    const of = (tell: (own: readonly Spending[], unit: number) => BudgetYearEvent[]) =>
      Object.fromEntries(
        UNITS.map(([code, type], unit) => {
          const own = tell(
            spendings.filter((one) => one.unit === unit),
            unit,
          );
          return [code, [say.opened(code, code, type, '900'), ...own]] as const;
        }),
      );
    const top = say.opened('900', '示范局', 'department');
    const said = [
      ...reasons.map(([item, reason]) => say.reasoned(item, reason)),
      ...lastYear.map(([name, fen]) => say.lastYear(name, wan(fen))),
    ];
    const books = accountOfEvents({
      '900': [top, ...said, ...end],
      ...of((own, unit) => [...own.flatMap((one, index) => eventsOf(one, unit * 100 + index, closes)), ...end]),
    });
    const before = accountOfEvents({ '900': [top], ...of(yearBefore) }, 2022).account.balances;
    return { books, evidence: evidenceOf(books, hasYearBefore ? before : null) };
  });

function evidenceOf({ account, entries, writeSide }: Books, previousYear: Evidence['previousYear']): Evidence {
  const { nameOf } = sampleYear();
  return {
    account,
    previousYear,
    writeSide,
    nameOf: (book, code) => BOOKED_ON[code] ?? nameOf(book, code),
    virements: entries.filter(({ measure }) => measure === 'virementIn' || measure === 'virementOut'),
    chain: { events: entries.length, damage: null },
    fromEvents: fromEventsOf({ account, entries, writeSide }),
    publishedBudget: null,
    treasury: null,
    document: null,
    incompleteImports: [],
    afterClosing: [],
  };
}
