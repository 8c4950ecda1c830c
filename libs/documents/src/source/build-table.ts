import { type CellError, ImportRefused, refusal } from './import-refused';
import type { RawRow, SourceRow, SourceTable } from './table';
import { columnName, headerText, spoiled } from './text';

/**
 * Makes a table of the rows of a file or sheet: the first row that is not empty holds the headers, empty rows are left out.
 * Throws ImportRefused with every row that has too few or too many cells and every cell that a spreadsheet spoiled, together
 * with what the reader found before.
 */
export function buildTable(file: string, name: string, rows: readonly RawRow[], found: Found = () => []): SourceTable {
  const start = rows.findIndex(isFilled);
  const first = rows[start];
  if (!first) throw refusal(file, null, '表是空的，没有表头', '请补上表头，或删去这个空表');
  const headers = withoutTrailingEmpty(first.cells.map(headerText));
  const errors = found(headers);
  const kept: SourceRow[] = [];
  for (let index = start + 1; index < rows.length; index++) {
    const row = rows[index] as RawRow;
    if (isFilled(row)) kept.push(namedCells(file, headers, row, errors));
  }
  if (errors.length > 0) throw new ImportRefused(errors.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  return { file, name, headers: headers.filter((header) => header !== ''), rows: kept };
}

/** What a reader found wrong with cells, told once the headers are known. */
export type Found = (headers: readonly string[]) => CellError[];

/** Whether anything stands in a row. */
export const isFilled = ({ cells }: RawRow): boolean => cells.some((cell) => cell.trim() !== '');

function withoutTrailingEmpty(cells: string[]): string[] {
  while (cells.at(-1) === '') cells.pop();
  return cells;
}

function namedCells(file: string, headers: readonly string[], row: RawRow, errors: CellError[]): SourceRow {
  const cells: Record<string, string> = {};
  const complain = (column: string | null, value: string | null, rule: string, advice: string): void => {
    errors.push({ file, row: row.number, column, value, rule, advice });
  };
  if (row.cells.length < headers.length) {
    const rule = `这一行只有 ${row.cells.length} 格，表头有 ${headers.length} 格`;
    complain(null, row.cells.join(' | '), rule, '请核对分隔符和引号，补齐缺少的格');
  }
  for (let index = 0; index < Math.max(headers.length, row.cells.length); index++) {
    const header = headers[index];
    const text = row.cells[index]?.trim() ?? '';
    if (header) cells[header] = text;
    else if (text !== '')
      complain(columnName(header, index), text, '这一格上方没有表头', '请核对是否多了分隔符，或补上表头');
    const damage = spoiled(text);
    if (damage) complain(columnName(header, index), text, damage.rule, damage.advice);
  }
  return { number: row.number, cells };
}
