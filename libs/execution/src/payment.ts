import { RuleViolation } from '@juesuan/kernel';
import type { BudgetYear } from './budget-year';
import type { Commands } from './commands';
import type { Context, Rules } from './rule';
import { freezeOf } from './freeze';
import { describeLine, lineKey } from './line';
import {
  assertAmount,
  assertAvailable,
  assertEconomic,
  assertInYear,
  assertLine,
  assertNotBefore,
  assertThreePublicCeiling,
} from './guards';

/** What every voucher must have, whatever it does. */
export function assertVoucher(
  command: { readonly voucher: string; readonly date: string; readonly amount: number },
  context: Context,
): void {
  if (command.voucher.trim() === '') throw new RuleViolation('no-voucher', '缺凭证号。');
  assertAmount(command.amount);
  assertInYear(command.date, context.year);
}

/** 支付: inside the line's available quota (无预算不支出); one that names a freeze uses it up first. */
export const paymentRules: Rules<'MakePayment'> = {
  MakePayment: (year, command, context) => {
    assertVoucher(command, context);
    assertLine(year, command.line, command.date, context);
    assertEconomic(command.line, command.economicItem, command.date, context);
    const fromFreeze = usedOfFreeze(year, command);
    assertAvailable(year, command.line, command.amount, '支付', fromFreeze);
    assertThreePublicCeiling(year, command.line, command.economicItem, command.amount);
    const { freezeId, ...payment } = command;
    return [{ type: 'PaymentMade', data: freezeId === undefined ? payment : { ...payment, freezeId, fromFreeze } }];
  },
};

function usedOfFreeze(year: BudgetYear, command: Commands['MakePayment']): number {
  if (command.freezeId === undefined) return 0;
  const freeze = freezeOf(year, command.freezeId);
  if (lineKey(freeze.line) !== lineKey(command.line)) {
    const text = `冻结 ${command.freezeId} 属于另一指标：${describeLine(freeze.line)}。`;
    throw new RuleViolation('freeze-of-another-line', text, { freezeId: command.freezeId });
  }
  assertNotBefore(command.date, freeze.date, `冻结 ${command.freezeId} `);
  return Math.min(freeze.remaining, command.amount);
}
