import type { Check } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount } from '../paper';
import { plus } from '../side';

/** The opening balance of table 04 is that of its three sources. */
export const fiscalOpening: Check = {
  id: 'A12',
  scope: '04表',
  formula: '年初财政拨款结转和结余 = 其下三行之和',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const parts = ['generalPublic', 'governmentFund', 'stateCapital'].map((fund) =>
      paper.cell('04', `in.opening.${fund}`),
    );
    return compare([within(paper.cell('04', 'in.opening'), plus(parts))], '请核对04表年初财政拨款结转和结余的三行');
  }),
};
