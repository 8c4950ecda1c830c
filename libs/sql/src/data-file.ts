import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
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

/** What `PRAGMA application_id` says of a file; null where it is no readable SQLite file. */
export function applicationIdOf(file: string): number | null {
  return readable(file, (database) => {
    const { application_id: id } = database.prepare('PRAGMA application_id').get() as { application_id: number };
    return id;
  });
}

/** Whether another connection, of whichever process, has the file open. A file that cannot be read is taken to be nobody's. */
export function isInUse(file: string): boolean {
  const alone = readable(file, (database) => {
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

/** Moves a file with what SQLite keeps beside it; durable on return. Nobody may have it open. */
export function moveDataFile(from: string, to: string): void {
  for (const rest of BESIDE.filter((name) => existsSync(from + name))) renameSync(from + rest, to + rest);
  renameSync(from, to);
  flush(dirname(to));
}

/** Removes a file, if it is there, with what SQLite keeps beside it. */
export function removeDataFile(file: string): void {
  for (const rest of ['', ...BESIDE]) rmSync(file + rest, { force: true });
}

const isUnreadable = (error: unknown): boolean => UNREADABLE.includes((error as { errcode?: number }).errcode);

function readable<T>(file: string, look: (database: InstanceType<typeof DatabaseSync>) => T): T | null {
  const database = new DatabaseSync(file, { timeout: 0 });
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
