import type { Check } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount } from '../paper';

/** 财政拨款 income is the same in tables 02 and 04. */
export const fiscalIncomeTotal: Check = {
  id: 'B06',
  scope: '02↔04',
  formula: '02财政拨款收入合计=04本年收入合计',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare([within(paper.cell('02', 'total', 1), paper.cell('04', 'in.total'))], '请核对02、04表的财政拨款收入'),
  ),
};
