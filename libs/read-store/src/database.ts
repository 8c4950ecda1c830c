import type { CompiledQuery, Kysely, RawBuilder } from 'kysely';
import type { Columns, Tables } from './schema';

/** One statement of a transaction. `rows`: how many rows it must change; another number undoes the transaction. */
export interface Step {
  readonly query: CompiledQuery;
  readonly rows?: number;
}

/** A statement did not find the rows it was decided on: somebody else was faster. Nothing of its transaction was kept. */
export class Outdated extends Error {
  constructor() {
    super('读库已由另一进程推进，本次写入未生效。');
    this.name = 'Outdated';
  }
}

/** Runs transactions one after another, in the order given. */
export interface Writer {
  /** All steps or none; durable when it resolves. Rejects with Outdated where a step changed another number of rows. */
  atomically(steps: readonly Step[]): Promise<void>;
  close(): Promise<void>;
}

/** A table that a query reads out of one JSON parameter: bulk writes and long lists without a parameter per value. */
export type RowsOf = <Row>(columns: Columns<Row>, json: string) => RawBuilder<Row>;

/** What the read store asks of SQLite and PostgreSQL; all the rest is one schema and one set of queries. */
export interface Database extends Writer {
  /** The tables that serve. */
  readonly live: Kysely<Tables>;
  /** The same, with every computed table's second copy in its place. */
  readonly next: Kysely<Tables>;
  readonly rowsOf: RowsOf;
  /** Statements that let one process at a time create or swap tables, until their transaction ends. */
  readonly schemaLock: readonly string[];
  /** A writer for long work: what it writes does not hold up this thread. */
  inBackground(): Writer;
}
