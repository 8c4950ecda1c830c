import type { Check } from '../check';
import { compare, toTheFen } from '../comparison';
import { ACTUAL, FINAL_BUDGET, linesOf, totalOf, YEAR_END } from '../ledger';
import { exactSide } from '../side';

/** No line has spent, frozen or carried out more than its quota: 无预算不支出. */
export const nothingOverspent: Check = {
  id: 'D03',
  scope: '台账',
  formula: '可用指标=全年预算-冻结-净支付≥0',
  tolerance: 'FEN',
  severity: 'error',
  run: ({ account }) => {
    const comparisons = linesOf(account.balances).map(({ name, balances }) => {
      const used = totalOf(balances, ['freeze', ...ACTUAL, ...YEAR_END]);
      const left = exactSide(`${name} 全年预算`, totalOf(balances, FINAL_BUDGET));
      return toTheFen(left, exactSide('冻结＋净支付＋年末结转结余', used), '≥');
    });
    return compare(comparisons, '请核对该指标的支付和冻结，或补办追加、调剂', '没有预算指标');
  },
};
