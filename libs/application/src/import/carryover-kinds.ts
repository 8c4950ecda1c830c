import type { BudgetYear } from '@juesuan/execution';
import { addFen, type Fen } from '@juesuan/kernel';
import type { Planned } from './plan';

/**
 * 上年结转 of 财政拨款 is in the books where 08 leaves an opening balance of that source, in this import or recorded before, less what
 * was taken back of it; else it was taken back by the treasury and issued anew.
 */
export function withCarryoverKinds(
  planned: readonly Planned[],
  years: ReadonlyMap<string, BudgetYear>,
): readonly Planned[] {
  const opening = openingsOf(planned, years);
  return planned.map((row) => {
    const { command, unit } = row;
    if (command.type !== 'BringInCarryover' || command.data.carryover !== 'reissued') return row;
    if ((opening.get(keyOf(unit, command.data.line.fundSource)) ?? 0) <= 0) return row;
    // The digest stays that of the row as read: without 08 beside it the same row is still the same.
    return { ...row, command: { ...command, data: { ...command.data, carryover: 'book' as const } } };
  });
}

function openingsOf(planned: readonly Planned[], years: ReadonlyMap<string, BudgetYear>): Map<string, Fen> {
  const opening = new Map<string, Fen>();
  const add = (key: string, amount: Fen): void => void opening.set(key, addFen(opening.get(key) ?? 0, amount));
  for (const [unit, { openings }] of years) {
    for (const [of, amount] of openings) add(keyOf(unit, of.slice(0, of.indexOf(' '))), amount);
  }
  for (const { unit, command } of planned) {
    const sign = command.type === 'RecordOpeningBalance' ? 1 : command.type === 'ReverseOpeningBalance' ? -1 : 0;
    if (sign !== 0 && 'fundSource' in command.data && 'amount' in command.data) {
      add(keyOf(unit, command.data.fundSource), sign * command.data.amount);
    }
  }
  return opening;
}

const keyOf = (unit: string, fundSource: string): string => `${unit} ${fundSource}`;
