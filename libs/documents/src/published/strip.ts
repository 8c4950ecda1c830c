import type { PrintedTable } from '@juesuan/disclosure';
import { type Body, depthOf, halfWidths, type HeaderCell, headerCells, type Print, single } from './grid';

const FIGURE_WIDTH = 11;
/** A longer name of a column takes two lines. */
const LONGEST = 14;

/** Table 09 in one line: the rows 预算数 and 决算数 stand beside each other under their own merged headers. */
export function strip(table: PrintedTable, print: Print): Body {
  const groups = table.rows.map(({ label }) => ({ label, children: table.header }));
  const depth = 1 + depthOf(table.header);
  const figures = table.rows.flatMap(({ key, values }) =>
    values.map((value, column) => ({ value, of: { row: key, column } })),
  );
  const cells = [
    ...headerCells(groups, 0, 0, depth),
    ...figures.map((_, column) => single(depth, column, String(column + 1), 'header')),
    ...figures.map(({ value, of }, column) => single(depth + 1, column, print(value), 'figure', { wan: value, of })),
  ];
  return { widths: groups.flatMap(widthsOf), cells, headerRows: depth + 1, rows: depth + 2 };
}

/** Of the columns of figures under a header. */
function widthsOf({ label, children }: HeaderCell): number[] {
  if (children) return children.flatMap(widthsOf);
  const name = halfWidths(label);
  return [Math.max(FIGURE_WIDTH, 1 + (name > LONGEST ? 2 * Math.ceil(name / 4) : name))];
}
