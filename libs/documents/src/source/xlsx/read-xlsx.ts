import { parse } from 'node:path';
import { buildTable } from '../build-table';
import { type CellError, readEach, refusal } from '../import-refused';
import { isNumbered, sheetTitle, tableName } from '../names';
import type { RawRow, SourceTable } from '../table';
import { columnName } from '../text';
import { type CellFault, cellText } from './cell-text';
import { openWorkbook, type Sheet } from './workbook';

/** What a workbook holds: its import tables, and the sheets that were left unread. */
export interface ReadWorkbook {
  readonly tables: SourceTable[];
  readonly ignored: string[];
}

/**
 * Reads the sheets of a workbook that are named as import tables. Where none is, the workbook was either meant as a whole
 * (`whole`: the officer named this very file) and every sheet with content is read, or it is not an import file.
 * Throws ImportRefused with what is wrong in all sheets.
 */
export async function readWorkbook(bytes: Uint8Array, file: string, whole: boolean): Promise<ReadWorkbook> {
  const names: string[] = [];
  const numbered = await openWorkbook(bytes, file, (name) => {
    names.push(name);
    return isNumbered(name);
  });
  if (numbered.length > 0) {
    const ignored = names.filter((name) => !isNumbered(name)).map((name) => sheetTitle(file, name));
    return { tables: await tablesOf(numbered, file), ignored };
  }
  if (!whole) return { tables: [], ignored: [file] };
  const filled = (await openWorkbook(bytes, file, () => true)).filter(({ rows }) => rows.some(hasValue));
  if (filled.length === 0) throw refusal(file, null, '工作簿是空的', '请核对是否选对了文件');
  return { tables: named(await tablesOf(filled, file), file), ignored: [] };
}

/** The tables of a workbook that was named by the officer, see {@link readWorkbook}. */
export const readXlsx = async (bytes: Uint8Array, file: string): Promise<SourceTable[]> =>
  (await readWorkbook(bytes, file, true)).tables;

const hasValue = (row: readonly unknown[]): boolean => row.some((value) => value !== null && value !== '');

/** `04-支付.xlsx` with its one sheet still called Sheet1 is the table 04-支付. */
function named(tables: SourceTable[], file: string): SourceTable[] {
  const { name } = parse(file);
  return tables.length === 1 && isNumbered(name)
    ? tables.map((table) => ({ ...table, name: tableName(name) }))
    : tables;
}

const tablesOf = (sheets: readonly Sheet[], file: string): Promise<SourceTable[]> =>
  readEach(sheets, (sheet) => ({
    ...tableOf(sheet, sheetTitle(file, sheet.name)),
    ...(sheet.hidden || sheet.veryHidden ? { hidden: true } : {}),
  }));

function tableOf({ name, rows, cells }: Sheet, title: string): SourceTable {
  const faults: { row: number; column: number; fault: CellFault }[] = [];
  // A workbook leaves out cells in which nothing stands; a row that ends early lacks none.
  const headers = rows.find(hasValue)?.length ?? 0;
  const texts = rows.map((values, index): RawRow => {
    const row = Array.from({ length: Math.max(headers, values.length) }, (_, column) => {
      const value = values[column] ?? null;
      const text = cellText(value, cells?.get(`${index},${column}`));
      if (typeof text === 'string') return text;
      faults.push({ row: index + 1, column, fault: text });
      return '';
    });
    return { number: index + 1, cells: row };
  });
  const found = (headers: readonly string[]): CellError[] =>
    faults.map(({ row, column, fault }) => ({
      file: title,
      row,
      column: columnName(headers[column], column),
      ...fault,
    }));
  return buildTable(title, tableName(name), texts, found);
}
