import { tableOf } from '../../account';
import type { Check } from '../check';
import { compare } from '../comparison';
import { onFundTables } from '../paper';
import { columnsAddUp, levelsAddUp } from '../shapes';

/** Table 07 (a budget’s Y07, which holds spending alone) adds up across 基本 and 项目 and down its levels. */
export const fundAddsUp: Check = {
  id: 'A19',
  scope: '07表',
  formula: '本年支出小计=基本+项目；逐级汇总',
  tolerance: 'ENV',
  severity: 'error',
  run: onFundTables((paper, { fund }, { account }) => {
    const spending = account.isBudget ? 0 : 2;
    return compare(
      [
        ...columnsAddUp(paper, fund, spending, [spending + 1, spending + 2]),
        ...levelsAddUp(paper, fund, tableOf(account, fund).columns),
      ],
      `请核对${fund}表该行的基本、项目支出和下级科目`,
      `${fund}表是空表，没有政府性基金预算财政拨款收支`,
    );
  }),
};
