import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backup, DatabaseSync } from '@photostructure/sqlite';

const PAGES_AT_ONCE = 2000;
const TIMEOUT_MS = 5000;
const BESIDE = ['-wal', '-shm', '-journal'];
/** What SQLite answers of a file that is none of its own, or is damaged. */
const UNREADABLE: readonly unknown[] = [11, 26];
const BUSY = 5;

/** A file that is no SQLite database, or whose pages are damaged. */
export class UnreadableFile extends Error {
  constructor(file: string, options?: ErrorOptions) {
    super(`${file} is no readable SQLite file`, options);
    this.name = 'UnreadableFile';
  }
}

/**
 * Copies an SQLite file as it stands at one moment, while others read and write it: one file, nothing beside it. What stood at
 * the target is gone. Throws UnreadableFile.
 */
export async function copyDataFile(
  from: string,
  to: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  removeDataFile(to);
  const source = new DatabaseSync(from, { readOnly: true, timeout: TIMEOUT_MS });
  try {
    // A read that stays open keeps the moment: without it the copy begins anew with every commit of others.
    source.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
    const progress = (step: { totalPages: number; remainingPages: number }): void =>
      onProgress(step.totalPages - step.remainingPages, step.totalPages);
    await backup(source, to, { rate: PAGES_AT_ONCE, progress });
  } catch (cause) {
    throw isUnreadable(cause) ? new UnreadableFile(from, { cause }) : cause;
  } finally {
    source.close();
  }
}

/** Makes a closed file complete by itself and durable: nothing beside it, every page on the disk. Throws UnreadableFile. */
export function sealDataFile(file: string): void {
  const database = new DatabaseSync(file, { timeout: TIMEOUT_MS });
  try {
    database.exec('PRAGMA journal_mode = DELETE');
    const { integrity_check: says } = database.prepare('PRAGMA integrity_check').get() as { integrity_check: string };
    if (says !== 'ok') throw new UnreadableFile(file, { cause: says });
  } catch (cause) {
    throw isUnreadable(cause) ? new UnreadableFile(file, { cause }) : cause;
  } finally {
    database.close();
  }
  flush(file);
}

/** Whose an SQLite file says it is, in which version of their format, and the tables in it. */
export interface FileLabel {
  readonly application: number;
  readonly version: number;
  readonly tables: readonly string[];
}

/** What an SQLite file says of itself; null where it is none or cannot be read. */
export function labelOf(file: string): FileLabel | null {
  return readable(file, TIMEOUT_MS, (database) => {
    const { application_id: application } = database.prepare('PRAGMA application_id').get() as Label;
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as Label;
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[];
    return { application, version, tables: tables.map(({ name }) => name) };
  });
}

type Label = { application_id: number; user_version: number };

/** Whether another connection, of whichever process, has the file open. A file that cannot be read is taken to be nobody's. */
export function isInUse(file: string): boolean {
  const alone = readable(file, 0, (database) => {
    try {
      // Leaving WAL needs the file for oneself.
      database.exec('PRAGMA journal_mode = DELETE');
      return true;
    } catch (error) {
      if ((error as { errcode?: number }).errcode === BUSY) return false;
      throw error;
    }
  });
  return alone === false;
}

/**
 * Brings into a file what SQLite still keeps beside it, and removes that. A connection that was closed may go on holding what is
 * beside it until the process ends; nobody may have the file open to write.
 */
export function foldDataFile(file: string): void {
  const database = new DatabaseSync(file, { timeout: TIMEOUT_MS });
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  flush(file);
  removeBeside(file);
}

/**
 * Gives a complete file a name that nothing has yet, and answers whether it got it; durable on return. At no moment does a part of it
 * stand under that name.
 */
export function giveNewName(from: string, to: string): boolean {
  try {
    linkSync(from, to);
  } catch {
    // A disk that knows no second names says so in many ways.
    if (!takeName(to)) return false;
    renameSync(from, to);
  }
  rmSync(from, { force: true });
  flush(dirname(to));
  return true;
}

/** Takes a name with an empty file; answers whether nobody had it. */
function takeName(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

let copies = 0;

/**
 * A name beside a file for a copy that is under way, which nobody else uses: two at once would write into one. What processes left
 * there that were killed goes first.
 */
export function ownCopyOf(file: string, ending: string): string {
  const folder = dirname(file);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const [before, owner, after] = name.split(/\.(\d+)-\d+\./);
    if (before === basename(file) && after === ending && !isAlive(Number(owner))) removeDataFile(join(folder, name));
  }
  return `${file}.${process.pid}-${++copies}.${ending}`;
}

function isAlive(owner: number): boolean {
  try {
    return process.kill(owner, 0);
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Puts a complete file in the place of another, which keeps everything under the name `kept`: at each moment a whole file stands
 * in the place, so that whoever is killed in between has lost nothing. Nobody may have either open.
 */
export function replaceDataFile(copy: string, file: string, kept: string): void {
  for (const rest of ['', ...BESIDE].filter((name) => existsSync(file + name))) keepAs(file + rest, kept + rest);
  // SQLite would read a former file's log into the one that stands there now.
  removeBeside(file);
  renameSync(copy, file);
  flush(dirname(file));
}

/** A second name for the same file, or a copy where the disk knows no second names. */
function keepAs(file: string, kept: string): void {
  try {
    linkSync(file, kept);
  } catch {
    copyFileSync(file, kept);
    flush(kept);
  }
}

/** Removes a file, if it is there, with what SQLite keeps beside it. */
export function removeDataFile(file: string): void {
  rmSync(file, { force: true });
  removeBeside(file);
}

function removeBeside(file: string): void {
  for (const rest of BESIDE) rmSync(file + rest, { force: true });
}

const isUnreadable = (error: unknown): boolean => UNREADABLE.includes((error as { errcode?: number }).errcode);

function readable<T>(
  file: string,
  timeout: number,
  look: (database: InstanceType<typeof DatabaseSync>) => T,
): T | null {
  const database = new DatabaseSync(file, { timeout });
  try {
    return look(database);
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  } finally {
    database.close();
  }
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
