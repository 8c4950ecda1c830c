import { type Fen, formatWan, sumFen } from '@juesuan/kernel';
import type { Balance } from './entry';

/** One place in a table that a balance adds to. */
export interface Placement {
  readonly row: string;
  /** 0-based. */
  readonly column: number;
  readonly sign: 1 | -1;
}

/**
 * A table as a definition: every cell is a signed sum of balances, and `place` says which cells a balance adds to. So a cell can
 * always name its entries, and no cell is computed from another printed one. `eliminated` balances exist in tables 01–03 and Y01–Y03 only.
 */
export interface Statement {
  readonly id: string;
  readonly columns: number;
  /** How rows are told apart and ordered: `functional` and `economic` by code; `fixed` by the profile's list. */
  readonly rowsBy: 'functional' | 'economic' | 'fixed';
  readonly place: (balance: Balance) => readonly Placement[];
}

/** A computed row: exact amounts, one per column. */
export interface Row {
  readonly key: string;
  readonly amounts: readonly Fen[];
}

/** A computed table. Rows without any amount are absent; which ones print all the same is the profile's affair. */
export interface Table {
  readonly id: string;
  readonly columns: number;
  readonly rowsBy: Statement['rowsBy'];
  readonly rows: readonly Row[];
  /** The same rows by key. */
  readonly byKey: ReadonlyMap<string, readonly Fen[]>;
}

/** Computes a statement over balances. Rows come sorted by key; rows that are zero in every column are left out. */
export function compute(statement: Statement, balances: Iterable<Balance>): Table {
  const rows = new Map<string, Fen[]>();
  for (const balance of balances) {
    for (const { row, column, sign } of statement.place(balance)) {
      let amounts = rows.get(row);
      if (!amounts) rows.set(row, (amounts = new Array<Fen>(statement.columns).fill(0)));
      amounts[column] = sumFen([amounts[column] ?? 0, sign * balance.amount]);
    }
  }
  const present = [...rows].filter(([, amounts]) => amounts.some((amount) => amount !== 0));
  const sorted = present.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, amounts]) => ({ key, amounts }));
  const { id, columns, rowsBy } = statement;
  return { id, columns, rowsBy, rows: sorted, byKey: new Map(sorted.map(({ key, amounts }) => [key, amounts])) };
}

/** The exact amount of a cell; 0 where the row is absent. */
export const cell = (table: Table, row: string, column = 0): Fen => table.byKey.get(row)?.[column] ?? 0;

/** The cell as it is printed, 万元 with two decimals. */
export const printed = (table: Table, row: string, column = 0): string => formatWan(cell(table, row, column));

/** The balances that a cell sums, with their signs there: the way from a figure to its events. */
export function contributions(
  statement: Statement,
  balances: Iterable<Balance>,
  row: string,
  column: number,
): { balance: Balance; sign: 1 | -1 }[] {
  return [...balances].flatMap((balance) =>
    statement
      .place(balance)
      .filter((placement) => placement.row === row && placement.column === column)
      .map(({ sign }) => ({ balance, sign })),
  );
}

/** A code with the codes above it and the total: the rows a leaf adds to. */
export const functionalRows = (item: string): string[] => ['total', item.slice(0, 3), item.slice(0, 5), item];
export const economicRows = (item: string): string[] => [item.slice(0, 3), item];

/** Every combination of rows and columns, with one sign. */
export const at = (rows: readonly string[], columns: readonly number[], sign: 1 | -1 = 1): Placement[] =>
  rows.flatMap((row) => columns.map((column) => ({ row, column, sign })));
