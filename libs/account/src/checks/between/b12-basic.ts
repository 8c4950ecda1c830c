import type { Check } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount } from '../paper';
import { plus } from '../side';

/** Basic expenditure of table 05 is what table 06 details. */
export const basicAgrees: Check = {
  id: 'B12',
  scope: '05↔06',
  formula: '05基本支出合计=06人员+公用',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare(
      [within(paper.cell('05', 'total', 1), plus([paper.cell('06', 'personnel'), paper.cell('06', 'publicUse')]))],
      '请核对05表基本支出与06表人员、公用经费',
    ),
  ),
};
