import type { Check } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount } from '../paper';
import { threePublicPairs } from '../three-public';

/** Each 三公 kind holds at least what basic general public expenditure spent on its economic items. */
export const threePublicHoldsBasic: Check = {
  id: 'B16',
  scope: '06↔09',
  formula: '09出国≥06:30212；09车运行≥30231；09接待≥30217；09车购置≥31013+30913',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare(
      threePublicPairs(paper).map(([actual, basic]) => within(actual, basic, '≥')),
      '请核对09表决算数与06表对应的经济分类科目',
    ),
  ),
};
