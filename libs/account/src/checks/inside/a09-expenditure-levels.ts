import type { Check } from '../check';
import { compare } from '../comparison';
import { onFinalAccount } from '../paper';
import { levelsAddUp } from '../shapes';

/** Table 03 adds up from items to sections to classes to the total. */
export const expenditureLevels: Check = {
  id: 'A09',
  scope: '03表',
  formula: '每列 合计=Σ类；类=Σ款；款=Σ项',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => compare(levelsAddUp(paper, '03', 6), '请核对03表该行的下级科目')),
};
