import type { Check } from '../check';
import { compare, same } from '../comparison';
import { onFinalAccount, union } from '../paper';

/** Every class of general public expenditure is one figure in tables 04 and 05. */
export const generalPublicByClass: Check = {
  id: 'B07',
  scope: '04↔05',
  formula: '04一般公共列各类=05各类小计',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const printed = paper.rows('04', /^out\.\d+$/).map((row) => row.slice('out.'.length));
    const classes = union(printed, paper.rows('05', /^\d{3}$/));
    const comparisons = classes.map((code) => same(paper.cell('04', `out.${code}`, 1), paper.cell('05', code, 0)));
    return compare(comparisons, '请核对04表一般公共预算栏与05表该类支出', '本年没有财政拨款支出');
  }),
};
