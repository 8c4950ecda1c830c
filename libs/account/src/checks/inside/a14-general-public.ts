import type { Check } from '../check';
import { compare } from '../comparison';
import { onFundTables } from '../paper';
import { columnsAddUp, levelsAddUp } from '../shapes';

/** Table 05 (a budget’s Y05) adds up across 基本 and 项目 and down its levels; other kinds of expenditure have no place in it. */
export const generalPublicAddsUp: Check = {
  id: 'A14',
  scope: '05表',
  formula: '每行 小计=基本+项目；逐级汇总',
  tolerance: 'ENV',
  severity: 'error',
  run: onFundTables((paper, { general }) =>
    compare(
      [...columnsAddUp(paper, general, 0, [1, 2]), ...levelsAddUp(paper, general, 3)],
      `请核对${general}表该行的基本、项目支出和下级科目（一般公共预算财政拨款不得列上缴上级、经营支出和对附属单位补助）`,
      `${general}表没有数字`,
    ),
  ),
};
