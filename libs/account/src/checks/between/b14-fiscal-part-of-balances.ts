import type { Check } from '../check';
import { compare, same } from '../comparison';
import { onFinalAccount } from '../paper';

/** 财政拨款 balances are part of all balances, at the year's start and at its end. */
export const fiscalPartOfBalances: Check = {
  id: 'B14',
  scope: '01↔04',
  formula: '01年初≥04年初；01年末≥04年末',
  tolerance: 'exact',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare(
      [
        same(paper.cell('01', 'in.opening'), paper.cell('04', 'in.opening'), '≥'),
        same(paper.cell('01', 'out.closing'), paper.cell('04', 'out.closing'), '≥'),
      ],
      '请核对01、04表年初、年末结转和结余，以及非财政拨款是否为负',
    ),
  ),
};
