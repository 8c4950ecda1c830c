import { isFiscal } from '@juesuan/classification';
import { firstDay, RuleViolation } from '@juesuan/kernel';
import { assertTakesBack, bookedAs } from './booked';
import type { BudgetYear } from './budget-year';
import type { Commands } from './commands';
import type { CarryoverKind } from './events';
import type { Context, Rules } from './rule';
import { describeLine } from './line';
import { assertAmount, assertAvailable, assertDocument, assertGivingLine, assertLine, assertWord } from './guards';

/** A documented change that gives a line quota: amount, 文号, date, 事由 and line are in order. */
export function assertGrant(year: BudgetYear, command: Commands['SupplementBudget'], context: Context): void {
  assertAmount(command.amount);
  assertDocument(command, context.year);
  assertLine(year, command.line, command.date, context);
}

/** A documented change that takes quota away (`what`): the line still has as much, whether or not its code is still in force. */
export function assertTaking(year: BudgetYear, command: Commands['CutBudget'], context: Context, what: string): void {
  assertAmount(command.amount);
  assertDocument(command, context.year);
  assertGivingLine(year, command.line, command.date, context);
  assertAvailable(year, command.line, command.amount, what);
}

/** 年初预算 and its 冲减, 追加, 追减, 上年结转, 收回: what gives a line quota and what takes it away. */
export const quotaRules: Rules<
  | 'AllocateOriginalBudget'
  | 'ReverseOriginalBudget'
  | 'SupplementBudget'
  | 'CutBudget'
  | 'BringInCarryover'
  | 'RecallQuota'
> = {
  AllocateOriginalBudget: (year, command, context) => {
    const date = firstDay(context.year);
    assertAmount(command.amount);
    assertLine(year, command.line, date, context);
    if (command.economicItem !== null) context.economic.assertLeaf(command.economicItem, date);
    return [{ type: 'OriginalBudgetAllocated', data: { ...command, date } }];
  },
  ReverseOriginalBudget: (year, command, context) => {
    assertAmount(command.amount);
    const { line, economicItem } = command;
    const where = `${describeLine(line)}${economicItem === null ? '' : `，经济分类 ${economicItem}`}`;
    assertTakesBack(year, bookedAs.original(command), command, `年初预算（${where}）`);
    assertAvailable(year, line, command.amount, '冲减年初预算');
    return [{ type: 'OriginalBudgetReversed', data: { ...command, date: firstDay(context.year) } }];
  },
  SupplementBudget: (year, command, context) => {
    assertGrant(year, command, context);
    return [{ type: 'BudgetSupplemented', data: command }];
  },
  CutBudget: (year, command, context) => {
    assertTaking(year, command, context, '追减');
    return [{ type: 'BudgetCut', data: command }];
  },
  BringInCarryover: (year, command, context) => {
    assertGrant(year, command, context);
    assertCarryoverKind(command);
    return [{ type: 'CarryoverBroughtIn', data: command }];
  },
  RecallQuota: (year, command, context) => {
    assertTaking(year, command, context, '收回');
    return [{ type: 'QuotaRecalled', data: command }];
  },
};

const CARRYOVERS: Readonly<Record<CarryoverKind, string>> = {
  book: '账内结转（book）',
  reissued: '收回后重新下达（reissued）',
  nonFiscal: '非财政拨款结转（nonFiscal）',
};

/** Only 财政拨款 is taken back and issued anew; other money's carry-over is `nonFiscal` and nothing else (DOMAIN.md §1). */
function assertCarryoverKind({ line, carryover }: Commands['BringInCarryover']): void {
  assertWord(CARRYOVERS, carryover, '上年结转的种类');
  if (isFiscal(line.fundSource) !== (carryover === 'nonFiscal')) return;
  const text = `${CARRYOVERS[carryover]}与该指标的资金性质不符：财政拨款为账内结转或重新下达，其他资金为非财政拨款结转。`;
  throw new RuleViolation('carryover-of-another-fund', text, { carryover });
}
