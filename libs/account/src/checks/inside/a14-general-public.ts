import type { Check } from '../check';
import { compare } from '../comparison';
import { onFinalAccount } from '../paper';
import { columnsAddUp, levelsAddUp } from '../shapes';

/** Table 05 adds up across 基本 and 项目 and down its levels; other kinds of expenditure have no place in it. */
export const generalPublicAddsUp: Check = {
  id: 'A14',
  scope: '05表',
  formula: '每行 小计=基本+项目；逐级汇总',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare(
      [...columnsAddUp(paper, '05', 0, [1, 2]), ...levelsAddUp(paper, '05', 3)],
      '请核对05表该行的基本、项目支出和下级科目（一般公共预算财政拨款不得列上缴上级、经营支出和对附属单位补助）',
    ),
  ),
};
