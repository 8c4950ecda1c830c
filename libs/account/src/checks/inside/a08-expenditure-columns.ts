import type { Check } from '../check';
import { compare } from '../comparison';
import { onFinalAccount } from '../paper';
import { columnsAddUp } from '../shapes';

/** Every row of table 03 adds up across the kinds of expenditure. */
export const expenditureColumns: Check = {
  id: 'A08',
  scope: '03表',
  formula: '每行 本年支出合计 = 基本+项目+上缴上级+经营+对附属补助',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => compare(columnsAddUp(paper, '03', 0, [1, 2, 3, 4, 5]), '请核对03表该行各支出类型')),
};
