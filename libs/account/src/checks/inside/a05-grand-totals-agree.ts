import type { Check } from '../check';
import { compare, same } from '../comparison';
import { onFinalAccount } from '../paper';

/** Table 01 closes: what came in and was there equals what went out and is left. */
export const grandTotalsAgree: Check = {
  id: 'A05',
  scope: '01表',
  formula: '收入总计 = 支出总计',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare(
      [same(paper.cell('01', 'in.grandTotal'), paper.cell('01', 'out.grandTotal'))],
      '请核对01表年初、年末结转和结余',
    ),
  ),
};
