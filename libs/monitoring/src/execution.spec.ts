import { type Balance, MEASURES } from '@juesuan/account';
import fc from 'fast-check';
import { executionBy, executionTotal, type Grouping, GROUPINGS } from './execution';

const AMOUNTS = ['original', 'changes', 'final', 'frozen', 'paid', 'carriedOut', 'available'] as const;

const balance = fc.record<Omit<Balance, 'id'>>({
  unit: fc.constantFrom('1', '2'),
  year: fc.constant(2023),
  measure: fc.constantFrom(...MEASURES),
  fundSource: fc.constantFrom('generalPublic', 'governmentFund'),
  item: fc.constantFrom('2080101', '2080102', '2080501', '2013101'),
  kind: fc.constantFrom('basic', 'project'),
  project: fc.constantFrom('', '甲', '乙'),
  economicItem: fc.constantFrom('', '30201', '31013'),
  purpose: fc.constantFrom('', '调整'),
  amount: fc.integer({ min: -1e9, max: 1e9 }),
});
const balances = fc.array(balance, { maxLength: 60 }).map((all) => all.map((each, id) => ({ ...each, id })));

it.each(Object.keys(GROUPINGS) as Grouping[])(
  'by %s, the rows sum to the total and leave no balance out',
  (grouping) => {
    fc.assert(
      fc.property(balances, (given) => {
        const rows = executionBy(grouping, given);
        const total = executionTotal(given);
        for (const amount of AMOUNTS) expect(rows.reduce((sum, row) => sum + row[amount], 0)).toBe(total[amount]);
        expect(new Set(rows.flatMap((row) => row.balances))).toEqual(new Set(total.balances));
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      }),
      { numRuns: 100 },
    );
  },
);

it('shows original, final, paid and the rate by class, to the 分', () => {
  const line = { unit: '1', year: 2023, fundSource: 'generalPublic', kind: 'basic', project: '', purpose: '' } as const;
  const quota = { ...line, economicItem: '' };
  const rows = executionBy('class', [
    { ...quota, id: 1, item: '2080101', measure: 'original', amount: 300_000_00 },
    { ...quota, id: 2, item: '2080101', measure: 'cut', amount: -100_01 },
    { ...line, id: 3, item: '2080101', economicItem: '30201', measure: 'payment', amount: 100_000_00 },
    { ...line, id: 4, item: '2080101', economicItem: '30201', measure: 'refund', amount: -50_00 },
    { ...quota, id: 5, item: '2013101', measure: 'freeze', amount: 0 },
  ]);
  expect(rows.map(({ key, original, final, paid, rate }) => [key, original, final, paid, rate])).toEqual([
    ['201', 0, 0, 0, null],
    ['208', 300_000_00, 299_899_99, 99_950_00, '33.33'],
  ]);
});
