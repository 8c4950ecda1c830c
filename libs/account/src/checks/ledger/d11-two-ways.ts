import { addFen, type Fen } from '@juesuan/kernel';
import { type Account, balancesUnder } from '../../account';
import type { Balance } from '../../entry';
import type { Statement } from '../../statement';
import { FINAL_TABLES } from '../../tables';
import type { Check } from '../check';
import { compare, type Comparison, same, speaking, within } from '../comparison';
import { onFinalAccount, type Paper, sumWhere, union } from '../paper';
import { hundredths, printedSide } from '../side';

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
  run: onFinalAccount((paper, { account }) => {
    const plain = grouped(account.balances);
    const consolidated = account.eliminated.length === 0 ? plain : grouped(balancesUnder(account, '01'));
    const comparisons = FINAL_TABLES.flatMap((statement) =>
      bothWays(paper, statement, isConsolidated(account, statement) ? consolidated : plain),
    );
    return compare(comparisons, '该单元格不是由台账汇总而来，请重建台账后重新生成');
  }),
};

const isConsolidated = (account: Account, { id }: Statement): boolean =>
  balancesUnder(account, id).length !== account.balances.length;

function bothWays(paper: Paper, statement: Statement, groups: readonly Balance[]): Comparison[] {
  const { id, columns } = statement;
  const rows = rowsOf(statement, groups);
  const comparisons = union(paper.rows(id, /./), [...rows.keys()]).flatMap((row) =>
    Array.from({ length: columns }, (_, column) => {
      const printed = paper.cell(id, row, column);
      const { exact, value, roundings } = rows.get(row)?.[column] ?? NOTHING;
      return [
        same(printed, printedSide('', '台账先汇总后取整', exact)),
        within(printed, { table: '', label: '台账先取整后汇总', value, roundings }),
      ];
    }),
  );
  return speaking(comparisons.flat());
}

/** A cell summed both ways: exact 分, and parts that were rounded by themselves. */
interface Sums {
  exact: Fen;
  value: number;
  roundings: number;
}
const NOTHING: Readonly<Sums> = { exact: 0, value: 0, roundings: 0 };

function rowsOf({ columns, place }: Statement, groups: readonly Balance[]): Map<string, Sums[]> {
  const rows = new Map<string, Sums[]>();
  for (const group of groups) {
    if (group.amount === 0) continue;
    for (const { row, column, sign } of place(group)) {
      let cells = rows.get(row);
      if (!cells) rows.set(row, (cells = Array.from({ length: columns }, () => ({ ...NOTHING }))));
      const sums = cells[column];
      if (!sums) continue;
      sums.exact = addFen(sums.exact, sign * group.amount);
      sums.value += sign * hundredths(group.amount);
      sums.roundings += 1;
    }
  }
  return rows;
}

/** One balance for each 资金性质 × 功能 × 经济 × 支出类型 and measure. */
function grouped(balances: readonly Balance[]): Balance[] {
  const groups = new Map<string, Balance[]>();
  for (const balance of balances) {
    const key = [balance.measure, balance.fundSource, balance.item, balance.kind, balance.economicItem].join('|');
    const group = groups.get(key);
    if (group) group.push(balance);
    else groups.set(key, [balance]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, amount: sumWhere(group, () => true) }];
  });
}
