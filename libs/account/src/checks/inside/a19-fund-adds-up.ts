import type { Check } from '../check';
import { compare } from '../comparison';
import { onFinalAccount } from '../paper';
import { columnsAddUp, levelsAddUp } from '../shapes';

/** Table 07 adds up across 基本 and 项目 and down its levels. */
export const fundAddsUp: Check = {
  id: 'A19',
  scope: '07表',
  formula: '本年支出小计=基本+项目；逐级汇总',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare(
      [...columnsAddUp(paper, '07', 2, [3, 4]), ...levelsAddUp(paper, '07', 6)],
      '请核对07表该行的基本、项目支出和下级科目',
      '07表是空表，没有政府性基金预算财政拨款收支',
    ),
  ),
};
