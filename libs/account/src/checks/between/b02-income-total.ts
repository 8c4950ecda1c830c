import type { Check } from '../check';
import { compare, same } from '../comparison';
import { onFinalAccount } from '../paper';

/** The year's income is one figure in tables 01 and 02. */
export const incomeTotal: Check = {
  id: 'B02',
  scope: '01↔02',
  formula: '01本年收入合计=02合计',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare([same(paper.cell('01', 'in.total'), paper.cell('02', 'total', 0))], '请核对01、02表的本年收入合计'),
  ),
};
