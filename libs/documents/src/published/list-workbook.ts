import { writeXlsx } from 'hucre/xlsx';
import { type Grid, type GridCell, single } from './grid';
import { FONT, sheetOf } from './xlsx';

export interface ListColumn {
  readonly label: string;
  /** In characters. */
  readonly width: number;
}

/** A word, or a figure in 万元 with two decimals that stays a number. */
type ListCell = { readonly text: string; readonly alignRight?: boolean } | { readonly wan: string };

export interface ListRow {
  readonly bold: boolean;
  readonly cells: readonly ListCell[];
}

/** Title and unit of money stand above the header. */
const HEAD = 2;
const MONEY_FORMAT = '#,##0.00';

/** A list of a page as a workbook: title, header that repeats on every printed page, rows as they stand on the page. */
export function writeList(list: {
  readonly name: string;
  readonly title: string;
  readonly money: string;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
}): Promise<Uint8Array> {
  const { name, title, money, columns, rows } = list;
  const all = { columnSpan: columns.length };
  const cells = [
    single(0, 0, title, 'title', all),
    single(1, 0, money, 'unitLine', { ...all, alignRight: true }),
    ...columns.map(({ label }, column) => single(HEAD, column, label, 'header')),
    ...rows.flatMap((row, index) => row.cells.map((cell, column) => cellOf(cell, HEAD + 1 + index, column, row.bold))),
  ];
  const grid: Grid = {
    name,
    widths: columns.map(({ width }) => width),
    cells,
    rows: HEAD + 1 + rows.length,
    headerRows: [0, HEAD],
    landscape: true,
    onePage: false,
  };
  return writeXlsx({ sheets: [sheetOf(grid, MONEY_FORMAT)], defaultFont: FONT });
}

const cellOf = (cell: ListCell, row: number, column: number, bold: boolean): GridCell =>
  'wan' in cell
    ? single(row, column, cell.wan, 'figure', { wan: cell.wan, bold })
    : single(row, column, cell.text, 'label', { alignRight: cell.alignRight ?? false, bold });
