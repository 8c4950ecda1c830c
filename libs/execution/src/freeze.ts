import { formatYuan, RuleViolation } from '@juesuan/kernel';
import type { BudgetYear, FreezeState } from './budget-year';
import type { Commands } from './commands';
import type { Rules } from './rule';
import { describeLine, lineKey } from './line';
import { assertAmount, assertAvailable, assertInYear, assertLine, assertNotBefore } from './guards';

/** What is still held under a contract's number; refused where nothing was ever held under it. */
export function freezeOf(year: BudgetYear, freezeId: string): FreezeState {
  const freeze = year.freezes.get(freezeId);
  if (freeze) return freeze;
  throw new RuleViolation('freeze-unknown', `没有编号为 ${freezeId} 的冻结。`, { freezeId });
}

/**
 * 冻结 / 解冻: quota held for a contract or procurement cannot be spent on anything else. A number holds quota of one line at a
 * time; once used up or released it may hold again, on any line.
 */
export const freezeRules: Rules<'FreezeQuota' | 'ReleaseQuota'> = {
  FreezeQuota: (year, command, context) => {
    assertAmount(command.amount);
    assertInYear(command.date, context.year);
    assertLine(year, command.line, command.date, context);
    assertFreezeId(year, command);
    assertAvailable(year, command.line, command.amount, '冻结');
    return [{ type: 'QuotaFrozen', data: command }];
  },
  ReleaseQuota: (year, command, context) => {
    assertAmount(command.amount);
    assertInYear(command.date, context.year);
    const { line, date, remaining } = freezeOf(year, command.freezeId);
    assertNotBefore(command.date, date, `冻结 ${command.freezeId} `);
    if (command.amount > remaining) {
      const text =
        `指标 ${describeLine(line)} 的冻结 ${command.freezeId} 尚余 ${formatYuan(remaining)} 元，` +
        `不能解冻 ${formatYuan(command.amount)} 元；请核对冻结编号和金额。`;
      const facts = { line: lineKey(line), remaining: formatYuan(remaining), amount: formatYuan(command.amount) };
      throw new RuleViolation('release-above-freeze', text, { freezeId: command.freezeId, ...facts });
    }
    return [{ type: 'QuotaReleased', data: { ...command, line } }];
  },
};

function assertFreezeId(year: BudgetYear, { freezeId, line }: Commands['FreezeQuota']): void {
  if (freezeId.trim() === '') throw new RuleViolation('no-freeze-id', '缺冻结编号，请用合同或采购编号。');
  const known = year.freezes.get(freezeId);
  if (!known || known.remaining === 0 || lineKey(known.line) === lineKey(line)) return;
  const text = `编号 ${freezeId} 在指标 ${describeLine(known.line)} 上还冻结着 ${formatYuan(known.remaining)} 元，请另用编号或先解冻。`;
  throw new RuleViolation('freeze-id-reused', text, { freezeId, remaining: formatYuan(known.remaining) });
}
