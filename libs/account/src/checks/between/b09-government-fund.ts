import type { Check } from '../check';
import { compare, same } from '../comparison';
import { onFinalAccount } from '../paper';

/** Income, opening, expenditure and closing of 政府性基金 are the same in table 04 and in the total of table 07. */
export const governmentFundAgrees: Check = {
  id: 'B09',
  scope: '04↔07',
  formula: '04基金：收入/年初/支出列/年末=07合计行',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare(
      [
        same(paper.cell('04', 'in.governmentFund'), paper.cell('07', 'total', 1)),
        same(paper.cell('04', 'in.opening.governmentFund'), paper.cell('07', 'total', 0)),
        same(paper.cell('04', 'out.total', 2), paper.cell('07', 'total', 2)),
        same(paper.cell('04', 'out.closing', 2), paper.cell('07', 'total', 5)),
      ],
      '请核对04表政府性基金栏与07表合计行',
    ),
  ),
};
