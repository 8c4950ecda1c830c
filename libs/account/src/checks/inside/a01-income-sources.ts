import type { Check } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount } from '../paper';

const SOURCES = [
  'in.generalPublic',
  'in.governmentFund',
  'in.stateCapital',
  'in.superior',
  'in.institutional',
  'in.operating',
  'in.affiliated',
  'in.other',
];

/** The eight sources of table 01 add up to the year's income. */
export const incomeSources: Check = {
  id: 'A01',
  scope: '01表',
  formula: '本年收入合计 = Σ收入行1–8',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare([within(paper.cell('01', 'in.total'), paper.sum('01', SOURCES, 0, '八项收入之和'))], '请核对01表各收入行'),
  ),
};
