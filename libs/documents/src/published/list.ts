import type { PrintedTable } from '@juesuan/disclosure';
import {
  type Body,
  depthOf,
  figureWidth,
  type GridCell,
  halfWidths,
  headerCells,
  labelWidth,
  type Print,
  single,
} from './grid';

const CODE_WIDTH = 12;
/** Names decide their column's width between these. */
const LABEL_WIDTHS = [26, 48] as const;
/** And figures those of theirs. */
const FIGURE_WIDTHS = [11, 16] as const;

/** Rows by code: 科目编码 and 科目名称 under 项目, then a column for each figure, numbered by a 栏次 row as published. */
export function list(table: PrintedTable, print: Print): Body {
  if (table.rows.length > 0 && table.rows.every(({ key }) => !/^\d+$/.test(key))) return named(table, print);
  const depth = Math.max(2, depthOf(table.header));
  const numbers = table.columns.map((_, index) => single(depth, index + 2, String(index + 1), 'header'));
  const cells = [
    single(0, 0, '项目', 'header', { columnSpan: 2 }),
    single(1, 0, '科目编码', 'header', { rowSpan: depth - 1 }),
    single(1, 1, '科目名称', 'header', { rowSpan: depth - 1 }),
    ...headerCells(table.header, 0, 2, depth),
    single(depth, 0, '栏次', 'header', { columnSpan: 2 }),
    ...numbers,
    ...table.rows.flatMap((row, index) => [
      ...nameCells(row, depth + 1 + index),
      ...figures(row, depth + 1 + index, print),
    ]),
  ];
  const width = Math.max(figureWidth(cells, FIGURE_WIDTHS), nameWidth(table.columns));
  const widths = [CODE_WIDTH, labelWidth(cells, 1, LABEL_WIDTHS), ...table.columns.map(() => width)];
  return { widths, cells, headerRows: depth + 1, rows: depth + 1 + table.rows.length };
}

/** What the names of columns need that a little more room keeps on one line; longer ones take two anyway. */
const nameWidth = (names: readonly string[]): number =>
  Math.max(0, ...names.map((name) => halfWidths(name) + 1).filter((needed) => needed <= FIGURE_WIDTHS[0] + 2));

/** Rows that have no codes, such as the kinds of 三公: their names, and columns wide enough for 金额单位 above them. */
function named(table: PrintedTable, print: Print): Body {
  const depth = depthOf(table.header);
  const cells = [
    single(0, 0, '项目', 'header', { rowSpan: depth }),
    ...headerCells(table.header, 0, 1, depth),
    ...table.rows.flatMap(({ key, label, values, level }, index) => [
      single(depth + index, 0, label, 'label', { bold: level === 0, indent: level }),
      ...values.map((value, column) =>
        single(depth + index, column + 1, print(value), 'figure', {
          wan: value,
          of: { row: key, column },
          bold: level === 0,
        }),
      ),
    ]),
  ];
  const width = 2 * figureWidth(cells, FIGURE_WIDTHS);
  const widths = [CODE_WIDTH + labelWidth(cells, 0, LABEL_WIDTHS), ...table.columns.map(() => width)];
  return { widths, cells, headerRows: depth, rows: depth + table.rows.length };
}

type Row = PrintedTable['rows'][number];

function nameCells({ key, label, level }: Row, row: number): GridCell[] {
  if (!/^\d+$/.test(key)) return [single(row, 0, label, 'label', { columnSpan: 2, bold: true })];
  const bold = level <= 1;
  return [
    single(row, 0, key, 'code', { bold }),
    single(row, 1, label, 'label', { bold, indent: Math.max(0, level - 1) }),
  ];
}

const figures = ({ key, values, level }: Row, row: number, print: Print): GridCell[] =>
  values.map((value, index) =>
    single(row, index + 2, print(value), 'figure', {
      wan: value,
      of: { row: key, column: index },
      bold: level <= 1,
    }),
  );
