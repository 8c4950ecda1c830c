import type { Check } from '../check';
import { compare, same } from '../comparison';
import { onFinalAccount } from '../paper';

/** The year's expenditure is one figure in tables 01 and 03. */
export const expenditureTotal: Check = {
  id: 'B03',
  scope: '01↔03',
  formula: '01本年支出合计=03合计',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare([same(paper.cell('01', 'out.total'), paper.cell('03', 'total', 0))], '请核对01、03表的本年支出合计'),
  ),
};
