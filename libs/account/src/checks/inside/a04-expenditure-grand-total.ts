import type { Check } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount } from '../paper';
import { plus } from '../side';

/** Where it went: the year's expenditure, surplus distributed, and what stands in the books at its end. */
export const expenditureGrandTotal: Check = {
  id: 'A04',
  scope: '01表',
  formula: '支出总计 = 本年支出合计 + 结余分配 + 年末结转和结余',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const parts = ['out.total', 'out.distribution', 'out.closing'].map((row) => paper.cell('01', row));
    return compare([within(paper.cell('01', 'out.grandTotal'), plus(parts))], '请核对01表支出总计及其三行');
  }),
};
