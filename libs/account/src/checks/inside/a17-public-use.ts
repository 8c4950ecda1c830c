import type { Check } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount } from '../paper';

/** 公用经费 is all basic expenditure outside 301 and 303; a payment without economic item shows here. */
export const publicUseAddsUp: Check = {
  id: 'A17',
  scope: '06表',
  formula: '公用经费合计 = 302+307+310(+309/311/312/313/399)',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const classes = paper.rows('06', /^(?!301|303)\d{3}$/);
    const sum = paper.sum('06', classes, 0, `${classes.join('＋')} 公用各类之和`.trim());
    return compare([within(paper.cell('06', 'publicUse'), sum)], '请核对06表公用各类，以及有无支付缺经济分类科目');
  }),
};
