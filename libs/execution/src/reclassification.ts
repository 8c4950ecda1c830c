import { formatYuan, RuleViolation } from '@juesuan/kernel';
import type { Commands } from './commands';
import type { Rules } from './rule';
import { describeLine, lineKey } from './line';
import { assertVoucher } from './payment';
import { type Standing, standingPayment } from './refund';
import { assertAvailable, assertEconomic, assertLine, assertNotBefore, assertThreePublicCeiling } from './guards';

/** 更正: a payment's whole remaining amount moves to the right line or economic item; the amount never changes. */
export const reclassificationRules: Rules<'ReclassifyPayment'> = {
  ReclassifyPayment: (year, command, context) => {
    assertVoucher(command, context);
    const original = standingPayment(year, command.originalVoucher);
    assertMove(original, command);
    assertNotBefore(command.date, original.date, `凭证 ${command.originalVoucher} 现在所记的支付`);
    assertLine(year, command.line, command.date, context);
    assertEconomic(command.line, command.economicItem, command.date, context);
    if (lineKey(original.line) !== lineKey(command.line))
      assertAvailable(year, command.line, command.amount, '更正转入');
    assertThreePublicCeiling(year, command.line, command.economicItem, command.amount, original.economicItem);
    const data = { ...command, fromLine: original.line, fromEconomicItem: original.economicItem };
    return [{ type: 'PaymentReclassified', data }];
  },
};

function assertMove(original: Standing, command: Commands['ReclassifyPayment']): void {
  if (command.amount !== original.remaining) {
    const text =
      `更正只改科目不改金额：凭证 ${command.originalVoucher} 尚余 ${formatYuan(original.remaining)} 元，` +
      `更正行写的是 ${formatYuan(command.amount)} 元；请核对金额，以及该凭证先前的退回。`;
    throw new RuleViolation('reclassified-amount-differs', text, {
      remaining: formatYuan(original.remaining),
      amount: formatYuan(command.amount),
    });
  }
  if (original.line.fundSource !== command.line.fundSource) {
    throw new RuleViolation('reclassified-to-another-fund', '更正不能改变资金性质；请退回后另行支付。');
  }
  if (lineKey(original.line) === lineKey(command.line) && original.economicItem === command.economicItem) {
    const text = `凭证 ${command.originalVoucher} 已记在 ${describeLine(command.line)}，更正没有改变任何科目。`;
    throw new RuleViolation('reclassified-onto-itself', text, { voucher: command.originalVoucher });
  }
}
