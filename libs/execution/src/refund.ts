import { formatYuan, RuleViolation } from '@juesuan/kernel';
import type { BudgetYear, VoucherState } from './budget-year';
import type { Rules } from './rule';
import { currentVoucher } from './evolve';
import { assertNotBefore } from './guards';
import { type BudgetLine, describeLine, lineKey } from './line';
import { assertVoucher } from './payment';

/** A payment's voucher with the line its money stands on now. */
export type Standing = VoucherState & { readonly line: BudgetLine };

/** The payment a refund or correction speaks of, wherever corrections have moved its money; refused where there is none. */
export function standingPayment(year: BudgetYear, voucher: string): Standing {
  const standing = currentVoucher(year, voucher);
  if (standing?.line) return standing as Standing;
  throw new RuleViolation('payment-unknown', `原凭证号 ${voucher} 不是本单位本年度已记录的支付。`, { voucher });
}

/**
 * 退回: same year, at most what is left of the payment, on the line and economic item where it stands. The quota is available
 * again; what the payment had used of a freeze is not frozen anew, since the contract it was held for has been paid.
 */
export const refundRules: Rules<'RefundPayment'> = {
  RefundPayment: (year, command, context) => {
    assertVoucher(command, context);
    const original = standingPayment(year, command.originalVoucher);
    if (lineKey(original.line) !== lineKey(command.line) || original.economicItem !== command.economicItem) {
      const where = `${describeLine(original.line)} 经济科目 ${original.economicItem ?? '（空）'}`;
      const text = `退回须记在原支付所在的指标和经济科目上：凭证 ${command.originalVoucher} 现记在 ${where}。`;
      throw new RuleViolation('refund-on-another-line', text, { voucher: command.originalVoucher });
    }
    assertNotBefore(command.date, original.date, `凭证 ${command.originalVoucher} 现在所记的支付`);
    if (command.amount > original.remaining) {
      const text = `凭证 ${command.originalVoucher} 尚余 ${formatYuan(original.remaining)} 元，不能退回 ${formatYuan(command.amount)} 元；请核对原凭证号和金额。`;
      throw new RuleViolation('refund-above-payment', text, {
        remaining: formatYuan(original.remaining),
        amount: formatYuan(command.amount),
      });
    }
    return [{ type: 'PaymentRefunded', data: command }];
  },
};
