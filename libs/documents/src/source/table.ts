/** One table of an import source: a CSV file or a sheet of a workbook, its cells as cleaned text. */
export interface SourceTable {
  /** As to be shown to the officer: `04-支付.csv`, `年度.xlsx［04-支付］`. */
  file: string;
  /** The file's name without extension, or the sheet's: `04-支付`, `04-支付-1季度`. */
  name: string;
  headers: string[];
  /** A sheet that Excel does not show, such as last year's kept in the same workbook: it is read all the same. */
  hidden?: boolean;
  rows: SourceRow[];
}

export interface SourceRow {
  /** The physical line of the file where the row begins, or the row of the sheet; 1-based, as Excel shows it. */
  number: number;
  /** Text by header; every header of the table is there, empty cells as ''. */
  cells: Record<string, string>;
}

/** A row as it stands in a file or sheet, before it is known which row holds the headers. */
export interface RawRow {
  readonly number: number;
  readonly cells: readonly string[];
}
