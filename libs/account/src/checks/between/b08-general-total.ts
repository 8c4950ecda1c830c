import type { Check } from '../check';
import { compare, same } from '../comparison';
import { onFinalAccount } from '../paper';

/** General public expenditure is one figure in tables 04 and 05. */
export const generalPublicTotal: Check = {
  id: 'B08',
  scope: '04↔05',
  formula: '04一般公共列本年支出合计=05合计',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare(
      [same(paper.cell('04', 'out.total', 1), paper.cell('05', 'total', 0))],
      '请核对04表一般公共预算栏与05表合计',
    ),
  ),
};
