import type { Check } from '../check';
import { compare, speaking, within } from '../comparison';
import { onFinalAccount, union } from '../paper';

/** Each economic class of table 06 is the sum of its items. */
export const economicClasses: Check = {
  id: 'A15',
  scope: '06表',
  formula: '301/302/303/307/310/312/399 各类=Σ款',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const codes = paper.rows('06');
    const classes = union(codes.map((code) => code.slice(0, 3)));
    const comparisons = classes.map((code) => {
      const items = codes.filter((item) => item.length === 5 && item.startsWith(code));
      return within(paper.cell('06', code), paper.sum('06', items, 0, '其下各款之和'));
    });
    return compare(speaking(comparisons), '请核对06表该类的各款', '06表没有经济分类行');
  }),
};
