import { type DatabaseLocation, openDatabase, type Shares, type SqlDatabase, type Writer } from '@juesuan/sql';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { BesidePlugin } from './beside';
import { type Columns, COMPUTED, type Tables } from './schema';

/** A table that a query reads out of one JSON parameter: bulk writes and long lists without a parameter per value. */
export type RowsOf = <Row>(columns: Columns<Row>, json: string) => RawBuilder<Row>;

/** What the read store asks of SQLite and PostgreSQL; all the rest is one schema and one set of queries. */
export interface Database extends Writer {
  readonly kind: SqlDatabase<Tables>['kind'];
  /** The tables that serve. */
  readonly live: Kysely<Tables>;
  /** The same, with every computed table's second copy in its place. */
  readonly next: Kysely<Tables>;
  readonly rowsOf: RowsOf;
  /** Statements that let one process at a time create or swap tables, until their transaction ends. */
  readonly schemaLock: readonly string[];
  /** A writer for long work: what it writes does not hold up this thread. */
  inBackground(): Writer;
  /** Runs reads on one moment, against a swap of the computed tables too. */
  atOneMoment<T>(work: (database: ReadableDatabase) => Promise<T>): Promise<T>;
  /** See SqlDatabase. */
  readonly movingLock: readonly string[];
  heldStill<T>(work: () => Promise<T>): Promise<T>;
  share(work: string): Shares;
}

/** What a query needs of the database. */
export type ReadableDatabase = Pick<Database, 'live' | 'rowsOf'>;

/** Opens the read store's tables; the SQLite file is commonly the one that holds the events. */
export function databaseAt(location: DatabaseLocation): Database {
  const { db, ...rest } = openDatabase<Tables>(location);
  const rowsOf = ROWS_OF[rest.kind];
  return {
    ...rest,
    live: db,
    next: db.withPlugin(new BesidePlugin()),
    rowsOf,
    atOneMoment: (work) => rest.atOneMoment(COMPUTED, (live) => work({ live, rowsOf })),
  };
}

const ROWS_OF: Readonly<Record<SqlDatabase<Tables>['kind'], RowsOf>> = {
  sqlite: (columns, json) => {
    const parts = Object.keys(columns).map((name, index) => sql`value ->> ${sql.lit(index)} as ${sql.ref(name)}`);
    return sql`(select ${sql.join(parts)} from jsonb_each(jsonb(${json})))`;
  },
  postgres: (columns, json) => {
    const parts = Object.entries<string>(columns).map(
      ([name, type], index) => sql`(value ->> ${sql.lit(index)})::${sql.raw(type)} as ${sql.ref(name)}`,
    );
    return sql`(select ${sql.join(parts)} from jsonb_array_elements(${json}::jsonb))`;
  },
};
