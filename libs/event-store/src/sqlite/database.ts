import { statSync } from 'node:fs';
import { RuleViolation } from '@juesuan/kernel';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';

const OLDEST_SQLITE = [3, 51, 3];
const BUSY_TIMEOUT_MS = 5000;
/** What SQLite answers where the disk is full. */
const FULL = 13;
/** `决算` in GB 18030, in the file's header: what tells our files from other SQLite files. */
export const APPLICATION = 0xbef6cbe3 | 0;
/** Raised whenever the events' table or what their hashes cover changes. */
const FORMAT = 1;

/**
 * `position` is gapless: it is given out under the write lock and goes back with a rolled back transaction. Streams are named
 * once, so that event rows stay small. Nothing here is ever changed or removed, also not by INSERT OR REPLACE.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS event_stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS event (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    log_hash TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  ${['event', 'event_stream'].flatMap((table) => ['UPDATE', 'DELETE'].map((verb) => refusal(table, verb))).join('')}`;

function refusal(table: string, verb: string): string {
  return `CREATE TRIGGER IF NOT EXISTS ${table}_refuses_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
    BEGIN SELECT RAISE(ABORT, '事件一经记录不得修改或删除'); END;`;
}

/** Refuses events written in another form than this program's: `format-unknown`. */
export function refuseOtherFormat(file: string, found: number): void {
  if (found === FORMAT) return;
  const text = `数据文件 ${file} 的格式是第 ${found} 版，本程序只能打开第 ${FORMAT} 版。请用写它的那一版程序打开。`;
  throw new RuleViolation('format-unknown', text, { found, known: FORMAT });
}

/** What reading needs of a connection: statements whose rows are arrays, a third faster to read than objects. */
export interface Statements {
  prepare(sql: string): StatementSyncInstance;
}

/** Lends a connection that writes nothing, not even beside the file. */
export async function withReadOnly<T>(file: string, work: (database: Statements) => Promise<T>): Promise<T> {
  const connection = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    return await work({ prepare: (sql) => preparedOn(connection, sql) });
  } finally {
    connection.close();
  }
}

function preparedOn(connection: DatabaseSyncInstance, sql: string): StatementSyncInstance {
  const statement = connection.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}

/** What stood in the file's place is not what this connection has open: what it wrote would be seen by nobody who opens the file. */
class DataFileMoved extends Error {
  readonly code = 'data-file-moved';

  constructor(file: string) {
    super(`${file} or its -wal was moved, removed or replaced while it was open`);
  }
}

/** One connection to the events' file, with everything that durability stands on set and seen to be in force. */
export class Database implements Statements {
  private readonly connection: DatabaseSyncInstance;
  /** Which files these are, as the disk knows them; SQLite keeps both for as long as somebody has them open. */
  private readonly opened: readonly (number | null)[];

  constructor(private readonly file: string) {
    // The timeout belongs in the constructor: set later, two processes that switch to WAL meet "database is locked".
    this.connection = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    try {
      this.assertVersion();
      this.connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON');
      this.assertSetting('journal_mode', 'wal');
      this.assertSetting('synchronous', 2);
      // Without it INSERT OR REPLACE removes a row and no trigger sees it.
      this.assertSetting('recursive_triggers', 1);
      this.inTransaction(() => this.create(file));
      this.opened = this.standing();
    } catch (error) {
      this.connection.close();
      throw error;
    }
  }

  /** Prepare once and keep it. */
  prepare(sql: string): StatementSyncInstance {
    return preparedOn(this.connection, sql);
  }

  /** Runs work under the write lock: all of it is durable on return, or nothing happened. */
  immediately<T>(work: () => T): T {
    return this.inTransaction(() => {
      const standing = this.standing();
      if (this.opened.some((inode, index) => inode !== standing[index])) throw new DataFileMoved(this.file);
      return work();
    });
  }

  private inTransaction<T>(work: () => T): T {
    this.connection.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.connection.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk may have rolled back by itself.
      if (this.connection.isTransaction) this.connection.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    if (!this.connection.isOpen) return;
    try {
      // Its statements keep SQLite from doing so by itself; whoever then copies only the .db file has everything.
      this.connection.exec('PRAGMA wal_checkpoint(PASSIVE)');
    } catch (error) {
      // Nothing is lost where the disk is full: all of it stands in the -wal file, and the next one to open reads it there.
      if ((error as { errcode?: number }).errcode !== FULL) throw error;
    } finally {
      this.connection.close();
    }
  }

  private standing(): (number | null)[] {
    return ['', '-wal'].map((rest) => statSync(this.file + rest, { throwIfNoEntry: false })?.ino ?? null);
  }

  /** Creates what is missing; refuses a file whose events were written in another form than this program's. */
  private create(file: string): void {
    const [found] = this.prepare('PRAGMA user_version').get() as [number];
    const [events] = this.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'event'").get() as [number];
    if (events > 0) refuseOtherFormat(file, found);
    this.connection.exec(SCHEMA);
    if (events === 0) this.connection.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${FORMAT}`);
  }

  private assertSetting(name: string, wanted: string | number): void {
    const [found] = this.prepare(`PRAGMA ${name}`).get() as [string | number];
    if (found !== wanted) throw new Error(`SQLite: ${name} is ${found}, not ${wanted}; is this an ordinary file?`);
  }

  /** Older ones can lose a commit when a WAL restarts while it is checkpointed. */
  private assertVersion(): void {
    const [version] = this.prepare('SELECT sqlite_version()').get() as [string];
    const parts = version.split('.').map(Number);
    const first = OLDEST_SQLITE.findIndex((part, index) => part !== parts[index]);
    if (first >= 0 && (parts[first] ?? 0) < (OLDEST_SQLITE[first] ?? 0)) {
      throw new Error(`SQLite ${version} is too old, ${OLDEST_SQLITE.join('.')} is needed`);
    }
  }
}
