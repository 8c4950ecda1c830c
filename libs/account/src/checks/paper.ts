import { type Fen, sumFen } from '@juesuan/kernel';
import { tableOf } from '../account';
import { cell } from '../statement';
import { type Answer, type Evidence, notRun } from './check';
import { columnLabel, rowLabel } from './labels';
import { exactSide, plus, printedSide, type Side } from './side';

/** The nine tables as a reader has them before her: printed figures with their names, whatever they were computed from. */
export interface Paper {
  cell(table: string, row: string, column?: number): Side;
  /** The exact amount under a printed figure. */
  exact(table: string, row: string, column?: number): Side;
  /** The printed figures of several rows added up. */
  sum(table: string, rows: readonly string[], column: number, label: string): Side;
  /** Keys of the rows that a table prints, those that match a pattern. */
  rows(table: string, pattern?: RegExp): string[];
  rowName(table: string, row: string): string;
}

/** Lays out the final account of an evidence. */
export function paperOf({ account, nameOf }: Evidence): Paper {
  const names = new Map<string, string>();
  const rowName = (table: string, row: string): string => {
    const key = `${table}|${row}`;
    const name = names.get(key) ?? rowLabel(table, row, nameOf);
    names.set(key, name);
    return name;
  };
  const label = (table: string, row: string, column: number): string =>
    `${rowName(table, row)}${columnLabel(table, column)}`;
  const amount = (table: string, row: string, column: number): Fen => cell(tableOf(account, table), row, column);
  const figure = (table: string, row: string, column = 0): Side =>
    printedSide(table, label(table, row, column), amount(table, row, column));
  return {
    cell: figure,
    exact: (table, row, column = 0) => exactSide(label(table, row, column), amount(table, row, column), table),
    sum: (table, rows, column, name) => {
      const total = plus(
        rows.map((row) => figure(table, row, column)),
        `${name}${columnLabel(table, column)}`,
      );
      return { ...total, table };
    },
    rows: (table, pattern = /^\d+$/) =>
      tableOf(account, table)
        .rows.map(({ key }) => key)
        .filter((key) => pattern.test(key)),
    rowName,
  };
}

/** A check on the printed final account: a budget’s document has none. */
export const onFinalAccount =
  (run: (paper: Paper, evidence: Evidence) => Answer) =>
  (evidence: Evidence): Answer =>
    evidence.account.isBudget ? notRun('这是预算公开，没有决算表') : run(paperOf(evidence), evidence);

/** The tables of what each fund spends, as the document in hand has them. */
export interface FundTables {
  readonly general: string;
  readonly fund: string;
  readonly capital: string;
}
const OF_FINAL: FundTables = { general: '05', fund: '07', capital: '08' };
const OF_BUDGET: FundTables = { general: 'Y05', fund: 'Y07', capital: 'Y08' };

/** A check on the spending of each fund: money that is budgeted where it may not be spent is found in the budget’s own tables. */
export const onFundTables =
  (run: (paper: Paper, tables: FundTables, evidence: Evidence) => Answer) =>
  (evidence: Evidence): Answer =>
    run(paperOf(evidence), evidence.account.isBudget ? OF_BUDGET : OF_FINAL, evidence);

/** Rows that stand in any of several tables, in order. */
export const union = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].sort();

/** The exact sum of the balances that fit. */
export const sumWhere = <Each extends { readonly amount: Fen }>(
  all: readonly Each[],
  fits: (one: Each) => boolean,
): Fen => sumFen(all.filter(fits).map(({ amount }) => amount));
