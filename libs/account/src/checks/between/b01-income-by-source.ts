import type { Check } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount } from '../paper';
import { plus } from '../side';

const COLUMN_OF = { superior: 2, institutional: 3, operating: 4, affiliated: 5, other: 6 };

/** Income by source is the same in table 01 and in the total of table 02, which knows 财政拨款 as one column. */
export const incomeBySource: Check = {
  id: 'B01',
  scope: '01↔02',
  formula: '01收入行1+2+3=02财政拨款收入；行4..8=02对应列合计',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const fiscal = ['generalPublic', 'governmentFund', 'stateCapital'].map((fund) => paper.cell('01', `in.${fund}`));
    const others = Object.entries(COLUMN_OF).map(([source, column]) =>
      within(paper.cell('01', `in.${source}`), paper.cell('02', 'total', column)),
    );
    return compare([within(plus(fiscal), paper.cell('02', 'total', 1)), ...others], '请核对01、02表该项收入来源');
  }),
};
