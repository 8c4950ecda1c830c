import { type BudgetYear, hasOpening } from '@juesuan/execution';
import type { Planned } from './plan';

/**
 * What a row of 上年结转 asks for. That of 财政拨款 is in the books where an opening balance of its source stands, from this import or
 * recorded before, less what was taken back of it; else the treasury took it back and issued it anew. Rows of 08 have no date and are
 * decided before any of 02, so that the year already holds them. The row's digest stays that of the row as read: without 08 beside it
 * the same row is still the same.
 */
export function withCarryoverKind(command: Planned['command'], year: BudgetYear): Planned['command'] {
  if (command.type !== 'BringInCarryover' || command.data.carryover !== 'reissued') return command;
  return hasOpening(year, command.data.line.fundSource)
    ? { ...command, data: { ...command.data, carryover: 'book' } }
    : command;
}
