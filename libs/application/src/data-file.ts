import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DATA_FILE_APPLICATION, refuseOtherFormat } from '@juesuan/event-store';
import { RuleViolation } from '@juesuan/kernel';
import { labelOf } from '@juesuan/sql';
import { makeFolder } from './folder';
import type { Settings } from './settings';

/** Tables of ours, one of which stands in every file that this program began, whichever store was opened first. */
const OURS = ['event', 'checkpoint', 'access_secret'];

/** Refuses a file that stands there and is none that this program may open: `not-a-data-file`, `format-unknown`. */
export function refuseStrange(file: string): void {
  if (!existsSync(file)) return;
  const label = statSync(file).isFile() ? labelOf(file) : null;
  if (label === null) {
    const text = `${file} 不是决算的数据文件，或者已经损坏；什么都没有改动。是数据文件的，请用最近的备份恢复（juesuan restore）。`;
    throw new RuleViolation('not-a-data-file', text, { file });
  }
  const { application, version, tables } = label;
  if (application !== DATA_FILE_APPLICATION && (application !== 0 || !isOursOrEmpty(tables))) {
    const text = `${file} 是别的程序的数据文件；什么都没有改动。请核对路径。`;
    throw new RuleViolation('not-a-data-file', text, { file });
  }
  if (application === DATA_FILE_APPLICATION) refuseOtherFormat(file, version);
}

/** Refuses a strange data file before anything is opened, where the settings keep something in one. */
export function refuseStrangeData({ db, eventStoreUrl, databaseUrl }: Settings): void {
  if (eventStoreUrl === null || databaseUrl === null) refuseStrange(db);
}

/** Refuses where there is no data file yet, for what only looks at one: a mistyped path is no empty log. */
export function refuseMissing({ db, eventStoreUrl }: Settings): void {
  if (eventStoreUrl !== null || existsSync(db)) return;
  throw new RuleViolation('data-file-missing', `没有数据文件 ${db}；请用 --db 或 JUESUAN_DB 指明。`, { file: db });
}

/** The data file, once it may be opened; its folder is made where it is missing. */
export function dataFileOf({ db }: Settings): string {
  refuseStrange(db);
  makeFolder(dirname(db));
  return db;
}

const isOursOrEmpty = (tables: readonly string[]): boolean =>
  tables.length === 0 || OURS.some((name) => tables.includes(name));
