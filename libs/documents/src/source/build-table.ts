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
  assertHeaders(file, first, rows.slice(start + 1));
  const headers = withoutTrailingEmpty(first.cells.map(headerText));
  const errors = found(headers);
  const kept: SourceRow[] = [];
  for (let index = start + 1; index < rows.length; index++) {
    const row = rows[index] as RawRow;
    if (isFilled(row)) kept.push(namedCells(file, headers, row, errors));
  }
  for (const error of headless(file, headers, first, rows.slice(start + 1))) errors.push(error);
  if (errors.length > 0) throw new ImportRefused(errors.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  return { file, name, headers: headers.filter((header) => header !== ''), rows: kept };
}

/** What a reader found wrong with cells, told once the headers are known. */
export type Found = (headers: readonly string[]) => CellError[];

/** Whether anything stands in a row. */
export const isFilled = ({ cells }: RawRow): boolean => cells.some((cell) => cell.trim() !== '');

/** A date, a number or a code: no column is called so. */
const CONTENT = /^\s*(?:\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?|-?[\d,]+(?:\.\d+)?)\s*$/;

/** A title above the headers, or data without any, would else be told once for every column or row below it. */
function assertHeaders(file: string, first: RawRow, below: readonly RawRow[]): void {
  const filled = first.cells.filter((cell) => cell.trim() !== '');
  const isWider = below.some(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
  if (filled.length === 1 && isWider) {
    const advice = '表头须是第一行，上方不要有标题：请删去这一行';
    throw refusal(file, first.number, `第一行只有“${filled[0]?.trim()}”，像是标题而不是表头`, advice);
  }
  const content = filled.find((cell) => CONTENT.test(cell));
  if (content !== undefined) {
    throw refusal(file, first.number, `第一行有“${content.trim()}”，像是内容而不是表头`, '请在最上面补上表头一行');
  }
}

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
    const damage = spoiled(text);
    if (damage) complain(columnName(header, index), text, damage.rule, damage.advice);
  }
  return { number: row.number, cells };
}

/**
 * Content without a header. A whole column of it is one mistake, of the header; in a row or two it is the row that has cells too
 * many.
 */
function headless(file: string, headers: readonly string[], first: RawRow, rows: readonly RawRow[]): CellError[] {
  const errors: CellError[] = [];
  const filled = rows.filter(isFilled);
  const columns = filled.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  for (let index = 0; index < columns; index++) {
    if (headers[index]) continue;
    const column = columnName(headers[index], index);
    const below = filled.map(({ number, cells }) => ({ row: number, value: cells[index]?.trim() ?? '' }));
    const found = below.filter(({ value }) => value !== '');
    const [example] = found;
    if (!example) continue;
    if (index < first.cells.length || (found.length > 1 && found.length === filled.length)) {
      const rule = `这一列没有表头，却有内容（如第 ${example.row} 行“${example.value}”）`;
      errors.push({ file, row: first.number, column, value: '', rule, advice: '请补上表头；不需要的列请整列删去' });
    } else {
      const [rule, advice] = [
        '这一格上方没有表头',
        '请核对是否多了分隔符（千分位逗号须去掉，或把金额放进引号），或补上表头',
      ];
      for (const { row, value } of found) errors.push({ file, row, column, value, rule, advice });
    }
  }
  return errors;
}
