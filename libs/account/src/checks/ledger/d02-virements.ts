import { FUND_SOURCES } from '@juesuan/classification';
import type { Entry, Measure } from '../../entry';
import { type Check, notRun } from '../check';
import { compare, toTheFen } from '../comparison';
import { sumWhere, union } from '../paper';
import { exactSide } from '../side';

const VIREMENTS: readonly Measure[] = ['virementIn', 'virementOut'];

/** Under every 文号 what virements take from lines of a 资金性质 is what they give to lines of it, over all units of the department. */
export const virementsBalance: Check = {
  id: 'D02',
  scope: '台账',
  formula: '每个文号的调剂转出与调剂转入合计为0',
  tolerance: 'FEN',
  severity: 'error',
  run: ({ account, virements, incompleteImports }) => {
    const moved = virements.filter(({ measure }) => VIREMENTS.includes(measure));
    if (moved.length === 0) {
      const inLedger = account.balances.some(({ measure }) => VIREMENTS.includes(measure));
      return notRun(inLedger ? '台账有调剂，但没有提供调剂的文号明细' : '本年没有调剂');
    }
    const unfinished =
      incompleteImports.length === 0 ? '' : `，先把未完成的导入 ${incompleteImports.join('、')} 再运行一次`;
    const comparisons = union(moved.map(movedUnder)).map((what) => {
      const own = moved.filter((entry) => movedUnder(entry) === what);
      const left = exactSide(`${what}调剂转入`, totalOf(own, 'virementIn'));
      return toTheFen(left, exactSide('调剂转出', -totalOf(own, 'virementOut')));
    });
    return compare(comparisons, `请补录该文号缺的一半，或更正金额、资金性质${unfinished}`);
  },
};

const movedUnder = ({ reference, fundSource }: Entry): string =>
  `文号 ${reference} ${fundSource === '' ? '' : FUND_SOURCES[fundSource]}`;

const totalOf = (entries: readonly Entry[], wanted: Measure): number =>
  sumWhere(entries, ({ measure }) => measure === wanted);
