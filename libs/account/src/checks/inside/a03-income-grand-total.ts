import type { Check } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount } from '../paper';
import { plus } from '../side';

/** All that could be spent: the year's income, surplus used, and what stood in the books at its start. */
export const incomeGrandTotal: Check = {
  id: 'A03',
  scope: '01表',
  formula: '收入总计 = 本年收入合计 + 使用非财政拨款结余(2023起“和专用结余”) + 年初结转和结余',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const parts = ['in.total', 'in.useOfSurplus', 'in.opening'].map((row) => paper.cell('01', row));
    return compare([within(paper.cell('01', 'in.grandTotal'), plus(parts))], '请核对01表收入总计及其三行');
  }),
};
