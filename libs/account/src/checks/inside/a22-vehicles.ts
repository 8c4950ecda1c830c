import type { Check } from '../check';
import { compare } from '../comparison';
import { onFinalAccount } from '../paper';
import { columnsAddUp } from '../shapes';

/** Vehicles cost what they were bought for and what running them took. */
export const vehiclesAddUp: Check = {
  id: 'A22',
  scope: '09表',
  formula: '公务用车小计=购置+运行维护',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare(
      columnsAddUp(paper, '09', 2, [3, 4], ['budget', 'actual']),
      '请核对09表公务用车购置费和运行维护费',
      '09表没有公务用车费用',
    ),
  ),
};
