import type { PrintedTable } from '@juesuan/disclosure';
import { type Body, depthOf, figureWidth, headerCells, type Print, single } from './grid';

/** Figures decide the columns' widths between these; names take several lines. */
const FIGURE_WIDTHS = [9, 16] as const;

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
  const widths = figures.map(() => figureWidth(cells, FIGURE_WIDTHS));
  return { widths, cells, headerRows: depth + 1, rows: depth + 2 };
}
