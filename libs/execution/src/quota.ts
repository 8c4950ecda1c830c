import { firstDay } from '@juesuan/kernel';
import type { BudgetYear } from './budget-year';
import type { Commands } from './commands';
import type { Context, Rules } from './rule';
import { assertAmount, assertAvailable, assertDocument, assertLine } from './rules';

/** A documented change of one line's quota: amount, 文号, date, 事由 and line are in order. */
export function assertQuotaChange(year: BudgetYear, command: Commands['SupplementBudget'], context: Context): void {
  assertAmount(command.amount);
  assertDocument(command, context.year);
  assertLine(year, command.line, command.date, context);
}

/** 年初预算, 追加, 追减, 上年结转, 收回: what gives a line quota and what takes it away. */
export const quotaRules: Rules<
  'AllocateOriginalBudget' | 'SupplementBudget' | 'CutBudget' | 'BringInCarryover' | 'RecallQuota'
> = {
  AllocateOriginalBudget: (year, command, context) => {
    const date = firstDay(context.year);
    assertAmount(command.amount);
    assertLine(year, command.line, date, context);
    if (command.economicItem !== null) context.economic.assertLeaf(command.economicItem, date);
    return [{ type: 'OriginalBudgetAllocated', data: { ...command, date } }];
  },
  SupplementBudget: (year, command, context) => {
    assertQuotaChange(year, command, context);
    return [{ type: 'BudgetSupplemented', data: command }];
  },
  CutBudget: (year, command, context) => {
    assertQuotaChange(year, command, context);
    assertAvailable(year, command.line, command.amount, '追减');
    return [{ type: 'BudgetCut', data: command }];
  },
  BringInCarryover: (year, command, context) => {
    assertQuotaChange(year, command, context);
    return [{ type: 'CarryoverBroughtIn', data: command }];
  },
  RecallQuota: (year, command, context) => {
    assertQuotaChange(year, command, context);
    assertAvailable(year, command.line, command.amount, '收回');
    return [{ type: 'QuotaRecalled', data: command }];
  },
};
