import { formatWan } from '@juesuan/kernel';
import { accountOfEvents } from '../../testing/account-of-events';
import { FULL_YEAR } from '../../testing/full-year';
import { expectGolden } from '../../testing/golden';
import { withoutEconomicItem } from './budget';

it('tells which basic lines of the initial budget Y06 misses for want of an economic item', () => {
  const missed = withoutEconomicItem(accountOfEvents(FULL_YEAR).account.balances);
  expect(missed.map(({ unit, item, amount }) => [unit, item, formatWan(amount)])).toEqual([
    ['900001', '2080101', '1.50'],
    ['900001', '2080501', '1.01'],
  ]);
});

it('prints every table of a year in which everything happened', () => {
  const { finalTables, budgetTables } = accountOfEvents(FULL_YEAR).account;
  const lines = [...finalTables.values(), ...budgetTables.values()].flatMap(({ id, rows }) => [
    `# ${id}表`,
    ...rows.map(({ key, amounts }) => [key.padEnd(26), ...amounts.map((fen) => formatWan(fen).padStart(8))].join('')),
    '',
  ]);
  expectGolden('tables', lines);
});
