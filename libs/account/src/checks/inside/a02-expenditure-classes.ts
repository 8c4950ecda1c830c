import type { Check } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount } from '../paper';

/** The functional classes of table 01 add up to the year's expenditure. */
export const expenditureClasses: Check = {
  id: 'A02',
  scope: '01表',
  formula: '本年支出合计 = Σ支出类行32–57（沪版24行）',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const classes = paper.rows('01', /^out\.\d+$/);
    return compare(
      [within(paper.cell('01', 'out.total'), paper.sum('01', classes, 0, '各支出类之和'))],
      '请核对01表各支出类行',
    );
  }),
};
