import type { Check } from '../check';
import { compare, same } from '../comparison';
import { onFinalAccount, union } from '../paper';

/** Every class of expenditure is one figure in tables 01 and 03. */
export const expenditureByClass: Check = {
  id: 'B04',
  scope: '01↔03',
  formula: '01各支出类行=03同类行合计',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const printed = paper.rows('01', /^out\.\d+$/).map((row) => row.slice('out.'.length));
    const classes = union(printed, paper.rows('03', /^\d{3}$/));
    const comparisons = classes.map((code) => same(paper.cell('01', `out.${code}`), paper.cell('03', code, 0)));
    return compare(comparisons, '请核对01、03表该类支出', '本年没有支出类');
  }),
};
