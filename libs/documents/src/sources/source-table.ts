import { RuleViolation } from '@juesuan/kernel';

/** One row of a source: cells by header, as trimmed text; every header has a cell. */
export interface SourceRow {
  /** Physical line of the file or row of the sheet, from 1, as editors and Excel show it. */
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A CSV file or a sheet of a workbook. */
export interface SourceTable {
  /** As an officer finds it: `04-支付.csv`, `年度.xlsx［04-支付］`. */
  readonly file: string;
  /** `04-支付`. */
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly SourceRow[];
}

/** One thing that is wrong with a source: where, what stands there, which rule, what to do. */
export interface CellError {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly rule: string;
  readonly advice: string;
}

/** Everything that is wrong with an import; nothing of it was recorded. */
export class ImportRefused extends RuleViolation {
  constructor(readonly errors: readonly CellError[]) {
    super(
      'import-refused',
      `${errors.length} 处不合规则，什么都没有记录：${errors.slice(0, 3).map(describe).join('；')}`,
    );
  }
}

const describe = ({ file, row, column, value, rule }: CellError): string =>
  [file, row === null ? '' : `第 ${row} 行`, column ?? '', value === null ? '' : `“${value}”`, rule]
    .filter(Boolean)
    .join(' ');

/** Refuses a whole file. */
export const refuseFile = (file: string, rule: string, advice: string): ImportRefused =>
  new ImportRefused([{ file, row: null, column: null, value: null, rule, advice }]);

/** A cell's text without what cannot be seen: spaces of every width around it, zero-width characters, byte order marks. */
export const cleanText = (text: string): string => text.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').trim();

/** Full-width brackets in a header are the half-width ones: 金额（元） is 金额(元). */
const cleanHeader = (text: string): string => cleanText(text).replaceAll('（', '(').replaceAll('）', ')');

/**
 * Makes a table of rows of cells, the first of them the header. Rows without any text are left out; a row with text beyond
 * the last header is refused, since its cells have probably slipped.
 */
export function tableOf(
  file: string,
  name: string,
  rows: readonly { number: number; cells: readonly string[] }[],
): SourceTable {
  const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const headers = (head?.cells ?? []).map(cleanHeader);
  while (headers.at(-1) === '') headers.pop();
  const errors = body.filter(({ cells }) => cells.slice(headers.length).some((cell) => cell !== ''));
  if (errors.length > 0)
    throw new ImportRefused(errors.map(({ number, cells }) => slipped(file, number, cells, headers)));
  const cellsOf = (cells: readonly string[]): Record<string, string> =>
    Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? '']));
  return { file, name, headers, rows: body.map(({ number, cells }) => ({ number, cells: cellsOf(cells) })) };
}

const slipped = (file: string, row: number, cells: readonly string[], headers: readonly string[]): CellError => ({
  file,
  row,
  column: null,
  value: cells.at(-1) ?? null,
  rule: `此行有 ${cells.length} 格，表头只有 ${headers.length} 栏`,
  advice: '多半是某格中的逗号没有加引号，请用 Excel/WPS 重新另存',
});

/** Missing or doubled headers are refused; columns that nobody asked for are told. */
export function requireColumns(
  table: SourceTable,
  wanted: readonly string[],
): { errors: CellError[]; unasked: string[] } {
  const { file, headers } = table;
  const missing = wanted.filter((column) => !headers.includes(column));
  const doubled = wanted.filter((column) => headers.filter((header) => header === column).length > 1);
  const there = headers.length === 0 ? '此文件是空的' : `现有：${headers.join('、')}`;
  const error = (column: string, rule: string): CellError => ({
    file,
    row: null,
    column,
    value: null,
    rule,
    advice: there,
  });
  return {
    errors: [
      ...missing.map((column) => error(column, `缺表头“${column}”`)),
      ...doubled.map((column) => error(column, `表头“${column}”出现两次`)),
    ],
    unasked: headers.filter((header) => header !== '' && !wanted.includes(header)),
  };
}
