import type { Check } from '../check';
import { compare } from '../comparison';
import { onFinalAccount } from '../paper';
import { columnsAddUp } from '../shapes';

/** Every row of table 02 adds up across its sources. */
export const incomeColumns: Check = {
  id: 'A06',
  scope: '02表',
  formula: '每行 本年收入合计 = 财政拨款+上级补助+事业+经营+附属上缴+其他',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => compare(columnsAddUp(paper, '02', 0, [1, 2, 3, 4, 5, 6]), '请核对02表该行各收入来源')),
};
