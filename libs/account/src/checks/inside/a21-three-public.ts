import type { Check } from '../check';
import { compare } from '../comparison';
import { onFinalAccount } from '../paper';
import { columnsAddUp } from '../shapes';

/** The 三公 kinds add up to their total, in the budget and in the actual figures. */
export const threePublicAddsUp: Check = {
  id: 'A21',
  scope: '09表',
  formula: '合计=出国+车小计+接待（预算6栏、决算6栏各一次）',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare(
      columnsAddUp(paper, '09', 0, [1, 2, 5], ['budget', 'actual']),
      '请核对09表该行各项',
      '09表是空表，没有财政拨款“三公”经费',
    ),
  ),
};
