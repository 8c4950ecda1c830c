import { cell, type Row, type Table } from '../../statement';
import type { Check } from '../check';
import { faultless } from '../comparison';
import { columnLabel } from '../labels';
import { onFinalAccount, type Paper } from '../paper';
import { hundredths } from '../side';

/** Figures that are possible but seldom right: negative ones, a class above its total, a cell that holds no amount. */
export const oddFigures: Check = {
  id: 'A25',
  scope: '各表',
  formula: '负数、>100%占比、非数字单元格',
  tolerance: 'exact',
  severity: 'warn',
  run: onFinalAccount((paper, { account }) =>
    faultless(
      [...account.finalTables.values()].flatMap((table) => table.rows.flatMap((row) => faultsOf(table, row, paper))),
      '各表没有负数、超过100%的占比和非数字单元格',
      '请核对该单元格的来源',
    ),
  ),
};

function faultsOf(table: Table, row: Row, paper: Paper): string[] {
  return row.amounts.flatMap((amount, column) => {
    const where = `${table.id}表 ${paper.rowName(table.id, row.key)}${columnLabel(table.id, column)}`;
    const value = hundredths(amount);
    if (Number.isNaN(value)) return [`${where} 不是数字`];
    if (value < 0) return [`${where} 为负数`];
    const total = totalRow(row.key);
    const whole = total === null ? NaN : hundredths(cell(table, total, column));
    return whole > 0 && value > whole ? [`${where} 超过合计，占比大于100%`] : [];
  });
}

/** The row that a row's share is stated of. */
function totalRow(key: string): string | null {
  if (/^\d/.test(key)) return 'total';
  return /^out\.\d/.test(key) ? 'out.total' : null;
}
