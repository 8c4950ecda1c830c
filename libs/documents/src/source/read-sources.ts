import type { Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { RuleViolation } from '@juesuan/kernel';
import { readCsv } from './csv/read-csv';
import { readEach, refusal } from './import-refused';
import { assertSize } from './limits';
import { formatOf, isNumbered, isTemporary } from './names';
import { assertOneOrigin, type Origin } from './one-origin';
import type { SourceTable } from './table';
import { readWorkbook } from './xlsx/read-xlsx';

/** What a path holds: the import tables, and the files and sheets that are none, to be told and not guessed at. */
export interface Sources {
  readonly tables: SourceTable[];
  readonly ignored: string[];
}

/**
 * Reads a folder of CSV files and workbooks, one workbook or one CSV. In a folder, what is named `NN-…` is an import table; a
 * file named by itself is read whatever its name. Throws ImportRefused with the errors of all files, or RuleViolation where
 * there is nothing to read.
 */
export async function readSources(path: string): Promise<Sources> {
  const found = await statOf(path);
  if (found.isDirectory()) return readFolder(path);
  const read = await readOne(path, true);
  assertOneOrigin([read]);
  const { tables, ignored } = read;
  return { tables, ignored };
}

async function readFolder(path: string): Promise<Sources> {
  const files = (await reading(path, readdir(path))).filter((file) => !isTemporary(file)).sort();
  const read = await readEach(files, (file) => readEntry(path, file));
  const tables = read.flatMap((one) => one.tables);
  const ignored = read.flatMap((one) => one.ignored);
  if (tables.length === 0) throw nothingThere(path, ignored);
  assertOneOrigin(read);
  return { tables, ignored };
}

async function readEntry(folder: string, file: string): Promise<Origin & Sources> {
  const path = join(folder, file);
  const format = formatOf(file);
  if ((await statOf(path)).isDirectory()) return { tables: [], ignored: [`${file}/`], origin: file };
  const isMeant = format === 'workbook' || (format !== 'other' && isNumbered(file));
  return isMeant ? readOne(path, isNumbered(file)) : { tables: [], ignored: [file], origin: file };
}

/** Reads a file; `whole` where it was meant as such, so that its sheets need no numbered names. */
async function readOne(path: string, whole: boolean): Promise<Origin & Sources> {
  const file = basename(path);
  const format = formatOf(file);
  const found = await statOf(path);
  if (!found.isFile() || format === 'foreign' || format === 'other') {
    throw refusal(file, null, '不是可导入的格式', '请用 Excel 或 WPS 另存为 .xlsx 或 CSV UTF-8');
  }
  assertSize(found.size, file);
  const bytes = await reading(path, readFile(path));
  if (format === 'csv') return { tables: [readCsv(bytes, file)], ignored: [], origin: 'CSV' };
  return { ...(await readWorkbook(bytes, file, whole)), origin: isNumbered(file) ? 'XLSX' : file };
}

async function statOf(path: string): Promise<Stats> {
  return reading(path, stat(path));
}

async function reading<Result>(path: string, result: Promise<Result>): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') throw new RuleViolation('source-missing', `找不到“${path}”，请核对路径。`, { path });
    throw new RuleViolation('source-unreadable', `“${path}”无法读取（${code}），请核对权限。`, { path });
  }
}

function nothingThere(path: string, ignored: readonly string[]): RuleViolation {
  const there = ignored.length === 0 ? '是空的' : `只有：${ignored.slice(0, 10).join('、')}`;
  const message = `“${path}”里没有可导入的文件，${there}。文件名应如 04-支付.csv，工作表名应如 04-支付。`;
  return new RuleViolation('source-empty', message, { path });
}
