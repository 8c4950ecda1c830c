import { formatYuan, RuleViolation } from '@juesuan/kernel';
import type { BudgetYear } from './budget-year';
import type { Rules } from './rule';
import { lineKey } from './line';
import { assertAmount, assertAvailable, assertInYear, assertLine } from './rules';

/** What is still held under a contract's number; refused where nothing was ever held under it. */
export function freezeOf(
  year: BudgetYear,
  freezeId: string,
): { readonly remaining: number; readonly line: { readonly item: string } & Parameters<typeof lineKey>[0] } {
  const freeze = year.freezes.get(freezeId);
  if (freeze) return freeze;
  throw new RuleViolation('freeze-unknown', `没有编号为 ${freezeId} 的冻结。`, { freezeId });
}

/** 冻结 / 解冻: quota held for a contract or procurement cannot be spent on anything else. */
export const freezeRules: Rules<'FreezeQuota' | 'ReleaseQuota'> = {
  FreezeQuota: (year, command, context) => {
    assertAmount(command.amount);
    assertInYear(command.date, context.year);
    assertLine(year, command.line, command.date, context);
    const known = year.freezes.get(command.freezeId);
    if (command.freezeId === '' || (known && lineKey(known.line) !== lineKey(command.line))) {
      const text = `冻结编号“${command.freezeId}”为空或已用于另一指标，请用合同或采购编号。`;
      throw new RuleViolation('freeze-id-reused', text, { freezeId: command.freezeId });
    }
    assertAvailable(year, command.line, command.amount, '冻结');
    return [{ type: 'QuotaFrozen', data: command }];
  },
  ReleaseQuota: (year, command, context) => {
    assertAmount(command.amount);
    assertInYear(command.date, context.year);
    const { line, remaining } = freezeOf(year, command.freezeId);
    if (command.amount > remaining) {
      const text = `冻结 ${command.freezeId} 尚余 ${formatYuan(remaining)} 元，不能解冻 ${formatYuan(command.amount)} 元。`;
      throw new RuleViolation('release-above-freeze', text, { freezeId: command.freezeId, remaining });
    }
    return [{ type: 'QuotaReleased', data: { ...command, line } }];
  },
};
