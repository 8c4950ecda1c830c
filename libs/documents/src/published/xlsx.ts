import type { PrintedTable, Profile } from '@juesuan/disclosure';
import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import type { CellRole, Grid, GridCell } from './grid';
import { HEAD_ROWS, layOut } from './layout';

/** The published tables as a workbook: one sheet a table, laid out and set up to print on A4 as published. */
export async function writeTables(report: {
  readonly tables: readonly PrintedTable[];
  readonly profile: Profile;
  readonly unitName: string;
}): Promise<Uint8Array> {
  const { tables, profile, unitName } = report;
  const sheets = tables.map((table) => sheetOf(layOut(table, profile, unitName), formatOf(profile)));
  return writeXlsx({ sheets, defaultFont: FONT });
}

const BODY_FONT = '宋体';
export const FONT = { name: BODY_FONT, size: 10 } as const;
const THIN = { style: 'thin', color: { rgb: '000000' } } as const;
const BORDER = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const SHEET_NAME_LIMIT = 31;
const TITLE_HEIGHT = 30;
const HEADER_HEIGHT = 27;

const STYLES: Readonly<Record<CellRole, CellStyle>> = {
  title: { font: { name: '黑体', size: 16, bold: true }, alignment: { horizontal: 'center', vertical: 'center' } },
  number: { font: { name: BODY_FONT, size: 10 }, alignment: { horizontal: 'right', vertical: 'center' } },
  unitLine: { font: { name: BODY_FONT, size: 10 }, alignment: { horizontal: 'left', vertical: 'center' } },
  header: {
    font: { name: BODY_FONT, size: 10 },
    border: BORDER,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  code: { font: { name: BODY_FONT, size: 10 }, border: BORDER, alignment: { horizontal: 'left', vertical: 'center' } },
  label: {
    font: { name: BODY_FONT, size: 10 },
    border: BORDER,
    alignment: { horizontal: 'left', vertical: 'center', shrinkToFit: true },
  },
  figure: {
    font: { name: BODY_FONT, size: 10 },
    border: BORDER,
    alignment: { horizontal: 'right', vertical: 'center' },
  },
  note: { font: { name: BODY_FONT, size: 9 }, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } },
};

/** A laid-out page as a sheet; `format` is how Excel prints its figures. */
export function sheetOf(grid: Grid, format: string): WriteSheet {
  const [first, last] = grid.headerRows;
  const cells = new Map(grid.cells.flatMap((cell) => written(cell, format)));
  const rows = Array.from({ length: grid.rows }, () => new Array<null>(grid.widths.length).fill(null));
  return {
    // No spaces: the print titles would name a sheet that needs quotes, which the writer does not give it.
    name: grid.name.replace(/[\s\\/?*[\]:'"]/g, '').slice(0, SHEET_NAME_LIMIT),
    rows,
    cells,
    columns: grid.widths.map((width) => ({ width })),
    merges: grid.cells.filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1).map(mergeOf),
    rowDefs: heights(grid),
    freezePane: { rows: last + 1 },
    view: { showGridLines: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: grid.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: grid.onePage ? 1 : 0,
      horizontalCentered: true,
      printTitlesRow: `$${first + 1}:$${last + 1}`,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  };
}

/** Room for two lines in every header row; rows of figures keep the default. */
function heights({ headerRows: [first, last] }: Grid): Map<number, { height: number }> {
  const rows = new Map([[first, { height: TITLE_HEIGHT }]]);
  for (let row = first + HEAD_ROWS; row < last; row++) rows.set(row, { height: HEADER_HEIGHT });
  return rows;
}

/** Figures stay numbers, in 万元 with two decimals, so that they can be summed; the format prints them as the profile does. */
function formatOf({ tables: { zero, groupThousands } }: Profile): string {
  const digits = groupThousands ? '#,##0.00' : '0.00';
  // `_ ` keeps the width of a space between the figure and its border.
  return zero === '' ? `${digits}_ ;-${digits}_ ;` : `${digits}_ ;-${digits}_ ;${zero}_ `;
}

const mergeOf = ({ row, column, rowSpan, columnSpan }: GridCell) => ({
  startRow: row,
  startCol: column,
  endRow: row + rowSpan - 1,
  endCol: column + columnSpan - 1,
});

type Written = [string, { value: string | number | null; style: CellStyle }];

/** A merged cell's border needs a styled cell on each of its places. */
function written(cell: GridCell, format: string): Written[] {
  const style = styleOf(cell, format);
  const places: Written[] = [];
  for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
    for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
      const isFirst = row === cell.row && column === cell.column;
      places.push([`${row},${column}`, { value: isFirst ? valueOf(cell) : null, style }]);
    }
  }
  return places;
}

/** The rounded 万元 as printed; reading its decimal text gives the nearest double, which prints as the same two decimals. */
const valueOf = ({ wan, text }: GridCell): string | number => (wan === undefined ? text : Number(wan));

function styleOf({ role, bold, indent, alignRight }: GridCell, format: string): CellStyle {
  const style = STYLES[role];
  return {
    ...style,
    ...(role === 'figure' ? { numFmt: format } : {}),
    font: { ...style.font, ...(bold ? { bold } : {}) },
    alignment: {
      ...style.alignment,
      ...(indent ? { indent } : {}),
      ...(alignRight ? { horizontal: 'right' as const } : {}),
    },
  };
}
