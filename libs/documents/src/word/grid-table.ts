import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
} from 'docx';
import { type Grid, type GridCell, single } from '../published/grid';
import type { CellStyles, CellType } from './cell-styles';
import { type Setting, TIGHT_ROW } from './setting';
import { POINT, roomOf } from './typography';

/** The table of a grid without its title, which stands above it as a heading; header rows repeat on every page. */
export function tableOf(grid: Grid, setting: Setting, styles: CellStyles): Table {
  const [, lastHeader] = grid.headerRows;
  const scale = (roomOf(setting.page).width * POINT) / sum(grid.widths);
  const rows = rowsOf(grid).slice(1);
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: grid.widths.map((width) => Math.floor(width * scale)),
    margins: { left: 4 * POINT, right: 4 * POINT },
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index < lastHeader,
          cantSplit: true,
          height: { value: Math.floor(setting.row * POINT), rule: HeightRule.ATLEAST },
          children: cells.map((cell) => cellOf(cell, setting, styles)),
        }),
    ),
  });
}

/** Each row's cells in order; places that no cell covers get an empty one. */
function rowsOf(grid: Grid): GridCell[][] {
  const covered = new Set<string>();
  const rows = Array.from({ length: grid.rows }, (): GridCell[] => []);
  for (const cell of grid.cells) {
    rows[cell.row]?.push(cell);
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) covered.add(`${row},${column}`);
  }
  return rows.map((cells, row) => {
    const open = grid.widths.flatMap((_, column) =>
      covered.has(`${row},${column}`) ? [] : [single(row, column, '', 'label')],
    );
    return [...cells, ...open].sort((a, b) => a.column - b.column);
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const UNBORDERED = { top: NONE, right: NONE, bottom: NONE, left: NONE };
const BARE: readonly GridCell['role'][] = ['number', 'unitLine', 'note'];

function cellOf(cell: GridCell, { size, row }: Setting, styles: CellStyles): TableCell {
  const { role, text, indent = 0, bold = false } = cell;
  const line = Math.min(row, size * TIGHT_ROW);
  const text_ = new Paragraph({
    style: styles.idOf({ size, line, bold: bold && role !== 'header', at: placeOf(cell) }),
    ...(indent > 0 ? { indent: { left: Math.round(indent * size * POINT) } } : {}),
    children: [new TextRun(text)],
  });
  return new TableCell({
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(BARE.includes(role) ? { borders: UNBORDERED } : {}),
    children: [text_],
  });
}

function placeOf({ role, alignRight }: GridCell): CellType['at'] {
  if (role === 'header') return 'center';
  return role === 'figure' || role === 'number' || alignRight ? 'right' : 'left';
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
