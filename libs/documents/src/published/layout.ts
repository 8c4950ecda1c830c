import { formatCell, type PrintedTable, type Profile } from '@juesuan/disclosure';
import { blocks } from './blocks';
import { type Body, type Grid, type GridCell, type Print, single } from './grid';
import { list } from './list';
import { sideBySide } from './side-by-side';
import { strip } from './strip';

/** How a table's rows stand on the page; tables not named here are lists of one row under another. */
const LAYOUTS: Readonly<Record<string, (table: PrintedTable, print: Print) => Body>> = {
  '01': sideBySide,
  '04': sideBySide,
  Y01: sideBySide,
  Y04: sideBySide,
  '06': blocks,
  '09': strip,
};

/** Title, table number and unit line stand above the header. */
export const HEAD_ROWS = 3;
/** So many half characters are wider than an upright page in type that can be read. */
const LANDSCAPE_FROM = 110;

/** Lays a printed table out as a page: title, table number, unit and 金额单位, header, rows, notes, and the sentence of an empty table. */
export function layOut(table: PrintedTable, profile: Profile, unitName: string): Grid {
  const body = (LAYOUTS[table.id] ?? list)(table, (value) => formatCell(value, profile));
  const last = body.widths.length - 1;
  const foot = HEAD_ROWS + body.rows;
  const remarks = [...(table.emptySentence === null ? [] : [table.emptySentence]), ...table.notes];
  const cells = [
    full(0, last, table.title, 'title'),
    full(1, last, table.printedNumber, 'number'),
    ...unitLine(2, last, table, unitName),
    ...body.cells.map((cell) => ({ ...cell, row: cell.row + HEAD_ROWS })),
    ...remarks.map((note, index) => full(foot + index, last, note, 'note')),
  ];
  return {
    name: table.printedNumber,
    widths: body.widths,
    cells,
    rows: foot + remarks.length,
    headerRows: [0, HEAD_ROWS + body.headerRows - 1],
    onePage: LAYOUTS[table.id] !== undefined,
    landscape: body.widths.reduce((sum, width) => sum + width, 0) > LANDSCAPE_FROM,
  };
}

const full = (row: number, last: number, text: string, role: GridCell['role']): GridCell =>
  single(row, 0, text, role, { columnSpan: last + 1 });

function unitLine(row: number, last: number, { unitLine: line }: PrintedTable, unitName: string): GridCell[] {
  const split = Math.max(1, last - 1);
  return [
    single(row, 0, `${line.unit}${unitName}`, 'unitLine', { columnSpan: split }),
    single(row, split, line.money, 'unitLine', { columnSpan: last + 1 - split, alignRight: true }),
  ];
}
