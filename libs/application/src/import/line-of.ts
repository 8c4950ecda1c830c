import { EXPENDITURE_KINDS, FUND_SOURCES } from '@juesuan/classification';
import type { BudgetLine } from '@juesuan/execution';
import type { RowReader } from './row';

/** The line that a row names. */
export function lineOf(reader: RowReader): BudgetLine {
  return {
    fundSource: reader.word('资金性质', FUND_SOURCES),
    item: reader.code('功能分类科目'),
    kind: reader.word('支出类型', EXPENDITURE_KINDS),
    project: reader.text('项目名称'),
  };
}
