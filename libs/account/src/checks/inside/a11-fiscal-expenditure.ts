import type { Check } from '../check';
import { compare, speaking, within } from '../comparison';
import { onFinalAccount } from '../paper';
import { columnsAddUp } from '../shapes';

/** The expenditure side of table 04 adds up across the three sources and down its classes. */
export const fiscalExpenditure: Check = {
  id: 'A11',
  scope: '04表',
  formula: '支出每行 合计 = 三列之和；每列 本年支出合计 = Σ类行',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const classes = paper.rows('04', /^out\.\d+$/);
    const down = [0, 1, 2, 3].map((column) =>
      within(paper.cell('04', 'out.total', column), paper.sum('04', classes, column, '各支出类之和')),
    );
    const across = columnsAddUp(paper, '04', 0, [1, 2, 3], paper.rows('04', /^out\./));
    return compare([...speaking(down), ...across], '请核对04表支出的分栏与分类');
  }),
};
