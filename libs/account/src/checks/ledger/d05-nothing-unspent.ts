import { lastDay } from '@juesuan/kernel';
import { type Check, notRun } from '../check';
import { compare, toTheFen } from '../comparison';
import { ACTUAL, FINAL_BUDGET, linesOf, totalOf, YEAR_END } from '../ledger';
import { exactSide } from '../side';

/** In a closed year what a line did not spend was carried out as 结转 or given up as 结余, to the 分. */
export const nothingUnspent: Check = {
  id: 'D05',
  scope: '台账',
  formula: '全年预算-决算=结转下年+结余（关账后未支付为0；收回已在全年预算内扣除）',
  tolerance: 'FEN',
  severity: 'error',
  run: ({ account }) => {
    const closed = new Set(account.units.filter((unit) => unit.closed).map(({ code }) => code));
    if (account.asOf !== null && account.asOf < lastDay(account.year))
      return notRun(`本账截至 ${account.asOf}，不含年末的结转和结余`);
    if (closed.size === 0) return notRun('各单位本年尚未关账，年末结转和结余还没有确定');
    const comparisons = linesOf(account.balances)
      .filter(({ unit }) => closed.has(unit))
      .map(({ name, balances }) => {
        const unspent = totalOf(balances, FINAL_BUDGET) - totalOf(balances, ACTUAL);
        const carried = exactSide('结转下年＋结余', totalOf(balances, YEAR_END));
        return toTheFen(exactSide(`${name} 全年预算－决算`, unspent), carried);
      });
    return compare(comparisons, '请重新开账后核对该指标的年末处理', '已关账的单位没有预算指标');
  },
};
