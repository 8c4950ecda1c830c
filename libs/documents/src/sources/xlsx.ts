import { basename } from 'node:path';
import { type Cell, type CellValue, readXlsx as readWorkbook, type Sheet, type Workbook } from 'hucre/xlsx';
import { type CellError, cleanText, ImportRefused, refuseFile, type SourceTable, tableOf } from './source-table';

/** Digits past which a number cell no longer holds what was typed. */
const EXACT_DIGITS = 15;

/** Reads every sheet of a workbook that has any text. Throws ImportRefused for what is no workbook and for cells that are no values. */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<SourceTable[]> {
  const { sheets } = await open(bytes, file);
  const errors: CellError[] = [];
  const tables = sheets.map((sheet) => sheetTable(sheet, `${basename(file)}［${sheet.name}］`, errors));
  if (errors.length > 0) throw new ImportRefused(errors);
  return tables.filter(({ headers }) => headers.length > 0);
}

async function open(bytes: Uint8Array, file: string): Promise<Workbook> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw refuseFile(file, '是旧式 .xls 或加了密码的工作簿', '请在 Excel/WPS 中去掉密码，另存为 .xlsx');
  }
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw refuseFile(file, `不是可读的 .xlsx 工作簿（${cause}）`, '请用 Excel/WPS 打开后另存为 .xlsx');
  }
}

function sheetTable(sheet: Sheet, file: string, errors: CellError[]): SourceTable {
  const headers = sheet.rows[0] ?? [];
  const rows = sheet.rows.map((values, row) => ({
    number: row + 1,
    cells: values.map((value, column) => {
      const wrong = wrongCell(value, sheet.cells?.get(`${row},${column}`));
      if (wrong === null) return textOf(value);
      errors.push({ file, row: row + 1, column: textOf(headers[column] ?? null), value: textOf(value), ...wrong });
      return '';
    }),
  }));
  return tableOf(file, sheet.name.trim(), rows);
}

/** Why a cell's value cannot be taken for what the officer sees; null where it can. */
function wrongCell(value: CellValue, cell: Cell | undefined): Pick<CellError, 'rule' | 'advice'> | null {
  if (cell?.type === 'error') return { rule: '此格是公式错误', advice: '请更正公式或填入数值' };
  if (cell?.type === 'formula' && value === null) {
    return { rule: '公式没有算出的值', advice: '请用 Excel/WPS 打开并保存一次' };
  }
  if (typeof value === 'boolean') return { rule: '此格是 TRUE/FALSE', advice: '请填入文字或数字' };
  if (typeof value === 'number' && Math.abs(value) >= 10 ** EXACT_DIGITS) {
    return { rule: '号码以数字存储，15 位以后已失真', advice: '请把此栏设为文本格式后重新填写' };
  }
  return null;
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? numberText(value) : cleanText(String(value));
}

/** A number as Excel shows it, in 15 digits: what formulas leave in the last binary digit is no part of it, but 1.005 stays. */
function numberText(value: number): string {
  const [digits = '', exponent] = String(Number(value.toPrecision(EXACT_DIGITS))).split('e-');
  if (exponent === undefined) return digits;
  const sign = digits.startsWith('-') ? '-' : '';
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits.replace(/[-.]/g, '')}`;
}
