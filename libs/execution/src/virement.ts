import { formatYuan, RuleViolation } from '@juesuan/kernel';
import type { Rules } from './rule';
import { describeLine, lineKey } from './line';
import { assertGrant, assertTaking } from './quota';

/** 调剂: between two lines of the unit both halves are one decision, so it always sums to zero; between units it is two. */
export const virementRules: Rules<'TransferBudget' | 'TransferBudgetOut' | 'TransferBudgetIn'> = {
  TransferBudget: (year, command, context) => {
    const { from, to, ...document } = command;
    const out = { ...document, line: from };
    const into = { ...document, line: to };
    if (lineKey(from) === lineKey(to)) {
      const text = `调剂 ${formatYuan(command.amount)} 元的转出与转入是同一指标 ${describeLine(from)}。`;
      throw new RuleViolation('virement-onto-itself', text, { line: lineKey(from) });
    }
    assertTaking(year, out, context, '调剂转出');
    assertGrant(year, into, context);
    return [
      { type: 'BudgetTransferredOut', data: out },
      { type: 'BudgetTransferredIn', data: into },
    ];
  },
  TransferBudgetOut: (year, command, context) => {
    assertTaking(year, command, context, '调剂转出');
    return [{ type: 'BudgetTransferredOut', data: command }];
  },
  TransferBudgetIn: (year, command, context) => {
    assertGrant(year, command, context);
    return [{ type: 'BudgetTransferredIn', data: command }];
  },
};
