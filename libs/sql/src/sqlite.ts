import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { backgroundWriter } from './background';
import { Outdated, type SqlDatabase, type Step } from './database';
import { allOfIt } from './shares';

type Parameters = readonly (string | number | null)[];
interface Prepared {
  readonly statement: StatementSyncInstance;
  readonly reader: boolean;
}

const KEPT_STATEMENTS = 200;

/** Two processes that open the file at once wait for each other; FULL because what was answered must survive a power cut. */
const PRAGMAS = 'PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL';
const READING = 'PRAGMA busy_timeout=5000; PRAGMA query_only=ON';

/** The connection as Kysely's SQLite dialect expects it, with statements kept: preparing per call grows without end. */
class Connection {
  readonly db: DatabaseSyncInstance;
  private readonly kept = new Map<string, Prepared>();

  constructor(file: string, pragmas: string) {
    this.db = new DatabaseSync(file, { timeout: 5000 });
    this.db.exec(pragmas);
  }

  prepare(text: string) {
    const { statement, reader } = this.statement(text);
    return {
      reader,
      all: (parameters: readonly unknown[]): unknown[] => statement.all(...(parameters as Parameters)),
      run: (parameters: readonly unknown[]) => statement.run(...(parameters as Parameters)),
      iterate: (parameters: readonly unknown[]) => statement.iterate(...(parameters as Parameters)),
    };
  }

  close(): void {
    this.kept.clear();
    if (this.db.isOpen) this.db.close();
  }

  private statement(text: string): Prepared {
    const known = this.kept.get(text);
    this.kept.delete(text);
    const statement = known?.statement ?? this.db.prepare(text);
    const prepared = known ?? { statement, reader: statement.columns().length > 0 };
    this.kept.set(text, prepared);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_STATEMENTS && oldest !== undefined) this.kept.delete(oldest);
    return prepared;
  }
}

const kyselyOn = <Tables>(database: Connection): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });

/**
 * Tables in an SQLite file, commonly the one that holds the events. Its transactions never span a turn of the event loop: the
 * event store writes to the same file from the same thread, and would wait for a lock that cannot be released.
 */
export function openSqlite<Tables>(file: string): SqlDatabase<Tables> {
  const connection = new Connection(file, PRAGMAS);
  const db = kyselyOn<Tables>(connection);
  const readers = new Readers<Tables>(file);
  return {
    kind: 'sqlite',
    db,
    // Every write transaction is alone in the file.
    schemaLock: [],
    atomically: async (steps) => atomically(connection, steps),
    movingLock: [],
    heldStill: (work) => work(),
    share: () => allOfIt(),
    inBackground: () => backgroundWriter(file, PRAGMAS),
    atOneMoment: file === IN_MEMORY ? (_, work) => work(db) : readers.atOneMoment,
    close: async () => {
      await db.destroy();
      connection.close();
      readers.close();
    },
  };
}

/** A database in memory has one connection and so one moment, as long as nobody projects into it. */
const IN_MEMORY = ':memory:';
/** Connections kept for the next reader; where more read at once, each has one for as long as it reads. */
const KEPT_READERS = 4;

/** Connections that only read, each on its own moment of the file: a transaction that began reading sees no later commit. */
class Readers<Tables> {
  private readonly idle: Connection[] = [];
  private closed = false;

  constructor(private readonly file: string) {}

  readonly atOneMoment = async <T>(_: unknown, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> => {
    const connection = this.idle.pop() ?? new Connection(this.file, READING);
    try {
      connection.db.exec('BEGIN');
      return await work(kyselyOn<Tables>(connection));
    } finally {
      this.release(connection);
    }
  };

  close(): void {
    this.closed = true;
    for (const connection of this.idle.splice(0)) connection.close();
  }

  private release(connection: Connection): void {
    if (connection.db.isTransaction) connection.db.exec('ROLLBACK');
    if (this.closed || this.idle.length >= KEPT_READERS) connection.close();
    else this.idle.push(connection);
  }
}

function atomically(connection: Connection, steps: readonly Step[]): void {
  connection.db.exec('BEGIN IMMEDIATE');
  try {
    for (const { query, rows } of steps) {
      const { changes } = connection.prepare(query.sql).run(query.parameters);
      if (rows !== undefined && Number(changes) !== rows) throw new Outdated();
    }
    connection.db.exec('COMMIT');
  } catch (error) {
    if (connection.db.isTransaction) connection.db.exec('ROLLBACK');
    throw error;
  }
}
