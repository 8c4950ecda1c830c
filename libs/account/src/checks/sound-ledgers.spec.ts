import { EXPENDITURE_KINDS, type ExpenditureKind, type FundSource, type UnitType } from '@juesuan/classification';
import type { BudgetYearEvent } from '@juesuan/execution';
import fc from 'fast-check';
import { accountOfEvents, type Books } from '../../testing/account-of-events';
import { budgeted, line, opened, openedWith, paid, received, refunded } from '../../testing/events';
import { sampleYear } from '../../testing/sample-year';
import { runChecks } from '.';

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
const BOOKED_ON = ['30101', '30113', '30201', '30215', '30217', '30231', '30302', '31002', '31013'];
const UNITS: readonly [string, UnitType][] = [
  ['900001', 'administrative'],
  ['900002', 'civilServiceManaged'],
  ['900003', 'institution'],
];

/** 万元 with all six decimals. Small amounts: where every part is near half a cent of 万元, rounding errors are largest. */
const wan = (fen: number): string => {
  const digits = String(fen).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
};

const spending = fc.constantFrom(...Object.keys(ITEMS)).chain((fund) =>
  fc.record({
    unit: fc.nat({ max: UNITS.length - 1 }),
    fund: fc.constant(fund as FundSource),
    item: fc.constantFrom(...(ITEMS[fund] ?? [])),
    kind: fc.constantFrom(...(FISCAL.includes(fund) ? KINDS.slice(0, 2) : KINDS)),
    economicItem: fc.constantFrom(...BOOKED_ON),
    amount: fc.integer({ min: 2, max: 60_000 }),
    opening: fc.nat({ max: 30_000 }),
    income: fc.nat({ max: 30_000 }),
    refund: fc.nat({ max: 1 }),
  }),
);
type Spending = typeof spending extends fc.Arbitrary<infer One> ? One : never;

/** A payment out of money that was there: opening balance and income cover it. */
function eventsOf(one: Spending, index: number): BudgetYearEvent[] {
  const on = line(one.item, one.kind, one.fund);
  const income = Math.max(1, one.amount - one.opening) + one.income;
  return [
    budgeted(on, wan(one.amount)),
    ...(one.opening === 0 ? [] : [openedWith(one.fund, one.item, wan(one.opening))]),
    received(one.fund, one.item, wan(income)),
    paid(on, one.economicItem, wan(one.amount), `凭证${index}`),
    ...(one.refund === 0 ? [] : [refunded(on, one.economicItem, wan(one.refund), `凭证${index}`)]),
  ];
}

function booksOf(spendings: readonly Spending[]): Books {
  const units = UNITS.map(([code, type], unit) => {
    const own = spendings.filter((one) => one.unit === unit).flatMap(eventsOf);
    return [code, [opened(code, code, type, '900'), ...own]] as const;
  });
  return accountOfEvents({ '900': [opened('900', '示范局', 'department')], ...Object.fromEntries(units) });
}

it('no sound ledger fails a check, however its parts round', () => {
  const { nameOf } = sampleYear();
  const unasked = { previousYear: null, chain: null, publishedBudget: null, treasury: null, document: null };
  fc.assert(
    fc.property(fc.array(spending, { minLength: 1, maxLength: 30 }), (spendings) => {
      const { account, writeSide } = booksOf(spendings);
      const evidence = {
        ...unasked,
        account,
        writeSide,
        nameOf,
        virements: [],
        incompleteImports: [],
        afterClosing: [],
      };
      expect(runChecks(evidence).filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
