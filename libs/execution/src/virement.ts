import { RuleViolation } from '@juesuan/kernel';
import type { Rules } from './rule';
import { lineKey } from './line';
import { assertQuotaChange } from './quota';
import { assertAvailable, assertLine } from './rules';

/** 调剂: between two lines of the unit both halves are one decision, so it always sums to zero; between units it is two. */
export const virementRules: Rules<'TransferBudget' | 'TransferBudgetOut' | 'TransferBudgetIn'> = {
  TransferBudget: (year, command, context) => {
    const { from, to, ...document } = command;
    const out = { ...document, line: from };
    const into = { ...document, line: to };
    assertQuotaChange(year, out, context);
    assertLine(year, to, command.date, context);
    if (lineKey(from) === lineKey(to)) throw new RuleViolation('virement-onto-itself', '调剂的转出与转入是同一指标。');
    assertAvailable(year, from, command.amount, '调剂转出');
    return [
      { type: 'BudgetTransferredOut', data: out },
      { type: 'BudgetTransferredIn', data: into },
    ];
  },
  TransferBudgetOut: (year, command, context) => {
    assertQuotaChange(year, command, context);
    assertAvailable(year, command.line, command.amount, '调剂转出');
    return [{ type: 'BudgetTransferredOut', data: command }];
  },
  TransferBudgetIn: (year, command, context) => {
    assertQuotaChange(year, command, context);
    return [{ type: 'BudgetTransferredIn', data: command }];
  },
};
