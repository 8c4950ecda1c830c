import { readXls } from 'hucre';
import type { Cell, CellValue, ReadOptions } from 'hucre/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { refusal } from '../import-refused';
import { assertSize, assertUnpackedSize } from '../limits';
import { unpackedSize } from './unpacked-size';

/** A sheet as hucre gives it: values row by row from row 1 on, and details of the cells that have any, by `row,column`. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly cells?: ReadonlyMap<string, Cell>;
  readonly hidden?: boolean;
  /** Hidden so that no menu of Excel brings it back. */
  readonly veryHidden?: boolean;
}

const AS_CSV = '请用 Excel 或 WPS 打开后另存为 .xlsx，或另存为 CSV UTF-8';
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Reads the sheets that are asked for; `wanted` is called for every sheet. Whatever is no readable workbook throws ImportRefused. */
export async function openWorkbook(
  bytes: Uint8Array,
  file: string,
  wanted: (sheet: string) => boolean,
): Promise<Sheet[]> {
  assertSize(bytes.length, file);
  if (OLE.every((byte, index) => bytes[index] === byte)) return openOldWorkbook(bytes, file, wanted);
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) throw refusal(file, null, '不是完整的 XLSX 工作簿', AS_CSV);
  assertUnpackedSize(unpacked, file);
  const options: ReadOptions = { sheets: ({ name }) => wanted(name) };
  return (await undamaged(readXlsx(bytes, options), file)).sheets;
}

/** A damaged workbook makes hucre throw errors of its own, of the language and of the runtime: all mean the same here. */
async function undamaged<Workbook>(reading: Promise<Workbook>, file: string): Promise<Workbook> {
  return reading.catch((error: unknown) => {
    throw refusal(file, null, `工作簿已损坏或无法读取（${error instanceof Error ? error.message : ''}）`, AS_CSV);
  });
}

/** The .xls of before 2007; password-protected workbooks of today come in the same container. */
async function openOldWorkbook(bytes: Uint8Array, file: string, wanted: (sheet: string) => boolean): Promise<Sheet[]> {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED)) {
    throw refusal(file, null, '工作簿有密码保护', '请在 Excel 或 WPS 中取消打开密码后保存');
  }
  const { sheets } = await undamaged(readXls(bytes), file);
  return sheets.filter(({ name }) => wanted(name));
}
