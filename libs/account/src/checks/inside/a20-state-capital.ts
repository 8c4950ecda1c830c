import type { Check } from '../check';
import { compare } from '../comparison';
import { onFundTables } from '../paper';
import { columnsAddUp } from '../shapes';

/** Table 08 (a budget’s Y08) adds up across 基本 and 项目. */
export const stateCapitalAddsUp: Check = {
  id: 'A20',
  scope: '08表',
  formula: '合计=基本+项目（沪版另有 年初+收入-支出=年末）',
  tolerance: 'ENV',
  severity: 'error',
  run: onFundTables((paper, { capital }) =>
    compare(
      columnsAddUp(paper, capital, 0, [1, 2]),
      `请核对${capital}表该行的基本、项目支出`,
      `${capital}表是空表，没有国有资本经营预算财政拨款支出`,
    ),
  ),
};
