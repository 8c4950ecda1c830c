import type { Balance } from '@juesuan/account';
import { executionMonths, type MonthlyBalance } from './months';

const moved = (month: string, measure: Balance['measure'], amount: number): MonthlyBalance => ({
  id: 1,
  unit: '1',
  year: 2023,
  measure,
  fundSource: 'generalPublic',
  item: '2080101',
  kind: 'basic',
  project: '',
  economicItem: '',
  purpose: '',
  amount,
  month,
});

const LIFE = [
  moved('2023-01', 'original', 1_000_00),
  moved('2023-01', 'payment', 100_00),
  moved('2023-03', 'payment', 200_00),
  moved('2023-03', 'refund', -50_00),
  moved('2023-04', 'supplement', 500_00),
  moved('2023-04', 'payment', 500_00),
];

it('adds up payments by month beside the budget of that month and the target', () => {
  const table = executionMonths(2023, '2023-04-30', LIFE).map(({ month, paid, cumulative, final, rate }) => [
    month,
    paid,
    cumulative,
    final,
    rate,
  ]);
  expect(table).toEqual([
    [1, 100_00, 100_00, 1_000_00, '10.00'],
    [2, 0, 100_00, 1_000_00, '10.00'],
    [3, 150_00, 250_00, 1_000_00, '25.00'],
    [4, 500_00, 750_00, 1_500_00, '50.00'],
  ]);
});

it('asks for the target of each month end', () => {
  const targets = executionMonths(2023, '2023-12-31', []).map(({ month, target, rate }) => [month, target, rate]);
  expect(targets.filter(([month]) => [6, 9, 11, 12].includes(month as number))).toEqual([
    [6, '50.00', null],
    [9, '75.00', null],
    [11, '92.00', null],
    [12, '100.00', null],
  ]);
});
