import type { PrintedTable } from '@juesuan/disclosure';
import type { Grid, GridCell } from '@juesuan/documents';
import type { PageCellDto, PrintedPageDto } from './account.dto';

/** A table's page, laid out by the same hand as the files: whoever looks at it sees what will be printed. */
export const pageDto = ({ id, title, printedNumber, emptySentence }: PrintedTable, grid: Grid): PrintedPageDto => ({
  table: id,
  title,
  printedNumber,
  widths: [...grid.widths],
  rows: grid.rows,
  headerEnd: grid.headerRows[1],
  landscape: grid.landscape,
  empty: emptySentence !== null,
  cells: grid.cells.map(cellDto),
});

const cellDto = ({ wan: _, of, bold = false, indent = 0, alignRight = false, ...cell }: GridCell): PageCellDto => ({
  ...cell,
  bold,
  indent,
  alignRight,
  of: of ?? null,
});
