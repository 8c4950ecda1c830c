import { RuleViolation } from '@juesuan/kernel';
import { adjustmentRules } from './adjustment';
import type { BudgetYear } from './budget-year';
import { closingRules } from './closing';
import type { BudgetYearCommand, By, Commands, CommandType } from './commands';
import type { BudgetYearEvent } from './events';
import { factRules } from './facts';
import { freezeRules } from './freeze';
import { incomeRules } from './income';
import { openingRules } from './opening';
import { paymentRules } from './payment';
import { quotaRules } from './quota';
import { reclassificationRules } from './reclassification';
import { refundRules } from './refund';
import type { Context, Rules } from './rule';
import type { Books } from './rules';
import { virementRules } from './virement';

const RULES: Rules<CommandType> = {
  ...openingRules,
  ...quotaRules,
  ...virementRules,
  ...freezeRules,
  ...paymentRules,
  ...refundRules,
  ...reclassificationRules,
  ...incomeRules,
  ...factRules,
  ...adjustmentRules,
  ...closingRules,
};

/**
 * Decides a command on a unit's budget year: the events that happen, none where the very same thing is already recorded
 * (same command id or same voucher, same content), or a RuleViolation.
 */
export function decide(year: BudgetYear, command: BudgetYearCommand, books: Books): BudgetYearEvent[] {
  const { by, type, data } = command;
  if (isRepeated(year, by)) return [];
  if (type === 'OpenFiscalYear') return openingRules.OpenFiscalYear(year, data, { ...books, by, year: data.year });
  if (!year.opened) throw new RuleViolation('year-not-opened', '该单位的财政年度尚未开启；请先导入 00-单位。');
  if ('voucher' in data && isSameVoucher(year, data.voucher, by)) return [];
  assertStillOpen(year, type);
  const rule = RULES[type] as (year: BudgetYear, data: unknown, context: Context) => BudgetYearEvent[];
  return rule(year, data, { ...books, by, year: year.opened.year });
}

function isRepeated(year: BudgetYear, by: By): boolean {
  const known = year.commands.get(by.commandId);
  if (!known) return false;
  if (known.fingerprint === by.fingerprint) return true;
  const text = `编号 ${by.commandId} 的事项已按其他内容记录。已记录的事项不能更改，请用更正、退回或反向调整。`;
  throw new RuleViolation('command-id-reused', text, { commandId: by.commandId });
}

function isSameVoucher(year: BudgetYear, voucher: string, by: By): boolean {
  const known = year.vouchers.get(voucher);
  if (!known) return false;
  if (known.fingerprint === by.fingerprint) return true;
  const text = `凭证号 ${voucher} 在本单位本年度已记录过另一笔业务。请核对凭证号；更改已记录的支付请用退回或更正。`;
  throw new RuleViolation('voucher-reused', text, { voucher });
}

function assertStillOpen(year: BudgetYear, type: CommandType): void {
  if (!year.closed || type === 'ReopenFiscalYear') return;
  throw new RuleViolation('year-closed', '该单位本年度已关账，只能由管理员说明理由后重新开账。');
}
