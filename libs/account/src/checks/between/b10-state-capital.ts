import type { Check } from '../check';
import { compare, same } from '../comparison';
import { onFinalAccount } from '../paper';

/** 国有资本经营 expenditure is one figure in tables 04 and 08. */
export const stateCapitalAgrees: Check = {
  id: 'B10',
  scope: '04↔08',
  formula: '04国资列支出=08合计',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare(
      [same(paper.cell('04', 'out.total', 3), paper.cell('08', 'total', 0))],
      '请核对04表国有资本经营预算栏与08表合计',
    ),
  ),
};
