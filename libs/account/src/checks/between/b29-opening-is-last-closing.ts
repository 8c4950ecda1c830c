import { FISCAL_FUNDS } from '@juesuan/classification';
import type { Balance } from '../../entry';
import { cell, compute, type Table } from '../../statement';
import { STATEMENTS } from '../../tables';
import { type Check, notRun } from '../check';
import { compare, type Comparison, same, speaking } from '../comparison';
import { onFinalAccount, type Paper, union } from '../paper';
import { printedSide, type Side } from '../side';

/** What last year left is what this year found, in tables 01, 04 and 07. */
export const openingIsLastClosing: Check = {
  id: 'B29',
  scope: '上年决算↔本年',
  formula: '上年01/04/07年末=本年年初',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalAccount((paper, { previousYear }) => {
    if (previousYear === null || previousYear.length === 0) return notRun('上年的账不在本系统中，没有上年年末数');
    const comparisons = [
      same(closing(previousYear, '01', 'out.closing', 0), paper.cell('01', 'in.opening')),
      same(closing(previousYear, '04', 'out.closing', 0), paper.cell('04', 'in.opening')),
      ...FISCAL_FUNDS.map((fund, index) =>
        same(closing(previousYear, '04', 'out.closing', index + 1), paper.cell('04', `in.opening.${fund}`)),
      ),
      ...fundRows(paper, previousYear),
    ];
    return compare(comparisons, '请核对上年决算年末数与08-年初结转结余');
  }),
};

function fundRows(paper: Paper, previousYear: readonly Balance[]): Comparison[] {
  const last = lastYear(previousYear, '07');
  const items = union(
    paper.rows('07', /^\d{7}$/),
    [...last.byKey.keys()].filter((key) => key.length === 7),
  );
  return speaking(items.map((item) => same(closing(previousYear, '07', item, 5), paper.cell('07', item, 0))));
}

const closing = (previousYear: readonly Balance[], table: string, row: string, column: number): Side =>
  printedSide(
    '',
    `上年${table}表${/^\d/.test(row) ? ` ${row} ` : ''}年末结转和结余`,
    cell(lastYear(previousYear, table), row, column),
  );

function lastYear(previousYear: readonly Balance[], table: string): Table {
  const statement = STATEMENTS.get(table);
  if (statement === undefined) throw new RangeError(`no statement ${table}`);
  return compute(statement, previousYear);
}
