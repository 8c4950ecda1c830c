import type { Check } from '../check';
import { compare } from '../comparison';
import { onFinalAccount } from '../paper';
import { levelsAddUp } from '../shapes';

/** Table 02 adds up from items to sections to classes to the total. */
export const incomeLevels: Check = {
  id: 'A07',
  scope: '02表',
  formula: '每列 合计=Σ类；类=Σ款；款=Σ项',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => compare(levelsAddUp(paper, '02', 7), '请核对02表该行的下级科目')),
};
