import type { Fen } from '@juesuan/kernel';
import type { HeaderCell } from '../profile/schema';

/** A row as printed; values in 万元 with two decimals, `0.00` for zero, not grouped: blanks and grouping are formatCell's affair. */
export interface PrintedRow {
  readonly key: string;
  readonly label: string;
  /** 0 a total, 1 a 类 or main row, 2 a 款 or a part of the row above, 3 a 项. */
  readonly level: number;
  readonly values: readonly string[];
  /** The exact amounts under the values. */
  readonly fen: readonly Fen[];
}

/** A table of an account as a profile prints it. */
export interface PrintedTable {
  readonly id: string;
  readonly title: string;
  /** 公开01表. */
  readonly printedNumber: string;
  /** Names of the columns of figures; `header` has the same with the groups above them. */
  readonly columns: readonly string[];
  readonly header: readonly HeaderCell[];
  readonly unitLine: { readonly unit: string; readonly money: string };
  readonly rows: readonly PrintedRow[];
  readonly notes: readonly string[];
  /** Why the table is empty; null where it has figures. */
  readonly emptySentence: string | null;
}
