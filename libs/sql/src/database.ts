import type { CompiledQuery, Kysely } from 'kysely';
import type { Shares } from './shares';

/** Where tables are kept. */
export type DatabaseLocation = { readonly sqliteFile: string } | { readonly postgresUrl: string };

/** One statement of a transaction. `rows`: how many rows it must change; another number undoes the transaction. */
export interface Step {
  readonly query: CompiledQuery;
  readonly rows?: number;
}

/** A statement did not find the rows it was decided on: somebody else was faster. Nothing of its transaction was kept. */
export class Outdated extends Error {
  constructor() {
    super('数据库已由另一进程改动，本次写入未生效。');
    this.name = 'Outdated';
  }
}

/** Runs transactions one after another, in the order given. */
export interface Writer {
  /** All steps or none; durable when it resolves. Rejects with Outdated where a step changed another number of rows. */
  readonly atomically: (steps: readonly Step[]) => Promise<void>;
  close(): Promise<void>;
}

/** A set of tables in SQLite or PostgreSQL. Queries go through `db`, transactions through `atomically`. */
export interface SqlDatabase<Tables> extends Writer {
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Kysely<Tables>;
  /** Statements that let one process at a time create or swap tables, until their transaction ends. */
  readonly schemaLock: readonly string[];
  /** Statements that `heldStill` keeps waiting, until their transaction ends. */
  readonly movingLock: readonly string[];
  /** Runs work while no other process' transaction goes on that begins with `movingLock`; on SQLite they do go on. */
  heldStill<T>(work: () => Promise<T>): Promise<T>;
  /** Divides what is named among the processes that share it. */
  share(work: string): Shares;
  /** A writer for long work: what it writes does not hold up this thread. */
  inBackground(): Writer;
  /**
   * Runs reads on one moment: all of them see what was committed when the first began, whoever writes meanwhile. `tables` are those
   * that may be exchanged while it runs; the exchange waits, or the reads see the old ones.
   */
  atOneMoment<T>(tables: readonly (string & keyof Tables)[], work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
}
