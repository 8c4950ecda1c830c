import type { Check } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount } from '../paper';
import { plus } from '../side';

/** The three 财政拨款 sources of table 04 add up to its income of the year. */
export const fiscalIncome: Check = {
  id: 'A10',
  scope: '04表',
  formula: '本年收入合计 = 一般公共+政府性基金+国有资本（行1–3）',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const sources = ['in.generalPublic', 'in.governmentFund', 'in.stateCapital'].map((row) => paper.cell('04', row));
    return compare([within(paper.cell('04', 'in.total'), plus(sources))], '请核对04表三项财政拨款收入');
  }),
};
