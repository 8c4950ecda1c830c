import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { RuleViolation } from '@juesuan/kernel';
import { readCsv } from './csv';
import { ImportRefused, refuseFile, type SourceTable } from './source-table';
import { readXlsx } from './xlsx';

const LARGEST_FILE = 200 * 1024 * 1024;

/** The tables of an import and the files that are none. */
export interface Sources {
  readonly tables: readonly SourceTable[];
  readonly ignored: readonly string[];
}

/**
 * Reads what an officer points at: a folder of CSV files and workbooks, one workbook, or one CSV file. Throws RuleViolation
 * where there is nothing to read and ImportRefused where a file cannot be.
 */
export async function readSources(path: string): Promise<Sources> {
  const paths = await filesAt(path);
  const readable = paths.filter((file) => READERS[extname(file).toLowerCase()]);
  if (readable.length === 0) {
    throw new RuleViolation('nothing-to-read', `${path} 中没有 CSV 或 XLSX 文件。`, { path });
  }
  const tables: SourceTable[] = [];
  for (const file of readable) tables.push(...(await readOne(file)));
  assertOneOfEach(tables);
  return { tables, ignored: paths.filter((file) => !readable.includes(file)).map((file) => basename(file)) };
}

type Reader = (bytes: Uint8Array, file: string) => Promise<SourceTable[]>;
const READERS: Readonly<Record<string, Reader>> = {
  '.csv': (bytes, file) => Promise.resolve([readCsv(bytes, file)]),
  '.txt': (bytes, file) => Promise.resolve([readCsv(bytes, file)]),
  '.xlsx': readXlsx,
  '.xls': (_bytes, file) => Promise.reject(refuseFile(file, '旧式 .xls 工作簿不能读', '请在 Excel/WPS 中另存为 .xlsx')),
};

/** Temporary files of Excel (`~$…`) and hidden ones are nobody's data. */
async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new RuleViolation('path-unknown', `找不到 ${path}，请核对路径。`, { path });
  });
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && !/^[~.]/.test(entry.name)).map(({ name }) => name);
  return names.sort().map((name) => join(path, name));
}

async function readOne(path: string): Promise<SourceTable[]> {
  const file = basename(path);
  const { size } = await stat(path);
  if (size > LARGEST_FILE)
    throw refuseFile(file, `文件有 ${Math.round(size / 1024 / 1024)} MB，上限 200 MB`, '请分成几个文件');
  return (READERS[extname(path).toLowerCase()] as Reader)(await readFile(path), file);
}

/** The same table from two places would be counted twice. */
function assertOneOfEach(tables: readonly SourceTable[]): void {
  const doubled = tables.filter((table, index) => tables.findIndex(({ name }) => name === table.name) < index);
  if (doubled.length === 0) return;
  throw new ImportRefused(
    doubled.map(({ file, name }) => ({
      file,
      row: null,
      column: null,
      value: null,
      rule: `“${name}”在导入中出现两次`,
      advice: '同一张表只保留一份（CSV 或工作表）',
    })),
  );
}
