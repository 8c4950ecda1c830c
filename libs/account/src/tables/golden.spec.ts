import { formatWan } from '@juesuan/kernel';
import { accountOfEvents } from '../../testing/account-of-events';
import { FULL_YEAR } from '../../testing/full-year';
import { expectGolden } from '../../testing/golden';

it('prints every table of a year in which everything happened', () => {
  const { finalTables, budgetTables } = accountOfEvents(FULL_YEAR).account;
  const lines = [...finalTables.values(), ...budgetTables.values()].flatMap(({ id, rows }) => [
    `# ${id}表`,
    ...rows.map(({ key, amounts }) => [key.padEnd(26), ...amounts.map((fen) => formatWan(fen).padStart(8))].join('')),
    '',
  ]);
  expectGolden('tables', lines);
});
