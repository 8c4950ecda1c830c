import { type Account, balancesUnder } from '../../account';
import type { Balance } from '../../entry';
import { cell, compute, type Statement } from '../../statement';
import { FINAL_TABLES } from '../../tables';
import { type Check } from '../check';
import { compare, type Comparison, same, speaking, within } from '../comparison';
import { onFinalAccount, type Paper, union } from '../paper';
import { hundredths, printedSide, type Side } from '../side';

/**
 * The nine tables follow from the ledger both ways: summed exactly and then rounded they are what is printed to the last digit,
 * rounded first and then summed they are so within the envelope.
 */
export const twoWays: Check = {
  id: 'D11',
  scope: '台账→表',
  formula: '九表由台账按资金性质×功能×经济×基本/项目聚合，再取整；两路（先汇总后取整/先取整后汇总）差在包络内',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper, { account }) =>
    compare(
      FINAL_TABLES.flatMap((statement) => bothWays(paper, account, statement)),
      '该单元格不是由台账汇总而来，请重建台账后重新生成',
    ),
  ),
};

function bothWays(paper: Paper, account: Account, statement: Statement): Comparison[] {
  const { id, columns } = statement;
  const balances = balancesUnder(account, id);
  const summed = compute(statement, balances);
  const rounded = roundedFirst(statement, grouped(balances));
  const rows = union(paper.rows(id, /./), [...summed.byKey.keys()]);
  const comparisons = rows.flatMap((row) =>
    Array.from({ length: columns }, (_, column) => {
      const printed = paper.cell(id, row, column);
      const parts = rounded.get(cellKey(row, column)) ?? NOTHING;
      return [
        same(printed, printedSide('', '台账先汇总后取整', cell(summed, row, column))),
        within(printed, { ...parts, table: '', label: '台账先取整后汇总' }),
      ];
    }),
  );
  return speaking(comparisons.flat());
}

type Parts = Pick<Side, 'value' | 'roundings'>;
const NOTHING: Parts = { value: 0, roundings: 0 };
const cellKey = (row: string, column: number): string => `${row}|${column}`;

/** Cells as they would be from parts that were rounded by themselves. */
function roundedFirst(statement: Statement, groups: readonly Balance[]): Map<string, Parts> {
  const cells = new Map<string, Parts>();
  for (const group of groups) {
    if (group.amount === 0) continue;
    for (const { row, column, sign } of statement.place(group)) {
      const { value, roundings } = cells.get(cellKey(row, column)) ?? NOTHING;
      cells.set(cellKey(row, column), { value: value + sign * hundredths(group.amount), roundings: roundings + 1 });
    }
  }
  return cells;
}

/** Balances by 资金性质 × 功能 × 经济 × 支出类型 and what they measure: units, projects and purposes summed up. */
function grouped(balances: readonly Balance[]): Balance[] {
  const groups = new Map<string, Balance>();
  for (const balance of balances) {
    const key = [balance.measure, balance.fundSource, balance.item, balance.kind, balance.economicItem].join('|');
    const group = groups.get(key);
    groups.set(key, { ...balance, amount: (group?.amount ?? 0) + balance.amount });
  }
  return [...groups.values()];
}
