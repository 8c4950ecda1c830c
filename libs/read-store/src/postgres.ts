import { type CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, type PoolClient, TypeOverrides } from 'pg';
import { BesidePlugin } from './beside';
import { type Database, Outdated, type RowsOf, type Step } from './database';
import type { Tables } from './schema';

const INT8 = 20;
/** Any number that no other program of this database uses. */
const SCHEMA_LOCK = 20_230_901;

/** The read store in PostgreSQL, where several processes may serve from it and project into it. */
export function openPostgres(url: string): Database {
  const types = new TypeOverrides();
  // Amounts are safe integers (kernel: LARGEST_FEN); pg would hand them over as text.
  types.setTypeParser(INT8, Number);
  const pool = new Pool({ connectionString: url, types });
  // A connection that breaks while idle is replaced; the query that needs one tells when that fails.
  pool.on('error', () => undefined);
  const live = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const write = (steps: readonly Step[]) => atomically(pool, steps);
  return {
    live,
    next: live.withPlugin(new BesidePlugin()),
    rowsOf,
    schemaLock: [`select pg_advisory_xact_lock(${SCHEMA_LOCK})`],
    atomically: write,
    inBackground: () => ({ atomically: write, close: async () => undefined }),
    close: () => live.destroy(),
  };
}

async function atomically(pool: Pool, steps: readonly Step[]): Promise<void> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('BEGIN');
    for (const { query, rows } of steps) {
      const changed = await run(client, query);
      if (rows !== undefined && changed !== rows) throw new Outdated();
    }
    await client.query('COMMIT');
    broken = false;
  } catch (error) {
    broken = !(await undone(client));
    throw error;
  } finally {
    client.release(broken);
  }
}

async function run(client: PoolClient, { sql: text, parameters }: CompiledQuery): Promise<number> {
  return (await client.query(text, [...parameters])).rowCount ?? 0;
}

/** Whether the connection could be brought back out of the transaction; else it must not be used again. */
async function undone(client: PoolClient): Promise<boolean> {
  return client.query('ROLLBACK').then(
    () => true,
    () => false,
  );
}

const rowsOf: RowsOf = (columns, json) => {
  const parts = Object.entries<string>(columns).map(
    ([name, type], index) => sql`(value ->> ${sql.lit(index)})::${sql.raw(type)} as ${sql.ref(name)}`,
  );
  return sql`(select ${sql.join(parts)} from jsonb_array_elements(${json}::jsonb))`;
};
