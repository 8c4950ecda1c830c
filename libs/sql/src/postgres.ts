import { type CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, type PoolClient, TypeOverrides } from 'pg';
import { Outdated, type SqlDatabase, type Step } from './database';
import { SharesInPostgres } from './shares';

const INT8 = 20;
/** Any number that no other program of this database uses. */
const SCHEMA_LOCK = 20_230_901;
/** Shared by those who move the tables of a schema on, held alone by who wants them still. */
const MOVING_LOCK = `${SCHEMA_LOCK}, hashtext(current_schema())`;

/** Tables in PostgreSQL, where several processes may read and write them. */
export function openPostgres<Tables>(url: string): SqlDatabase<Tables> {
  const pool = poolAt(url);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  // Of their own, so that whoever reads at one moment and asks for something else besides never waits for himself.
  const readers = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolAt(url) }) });
  const write = (steps: readonly Step[]) => atomically(pool, steps);
  return {
    kind: 'postgres',
    db,
    schemaLock: [`select pg_advisory_xact_lock(${SCHEMA_LOCK})`],
    atomically: write,
    movingLock: [`select pg_advisory_xact_lock_shared(${MOVING_LOCK})`],
    heldStill: (work) => heldStill(pool, work),
    share: (work) => new SharesInPostgres(url, work),
    inBackground: () => ({ atomically: write, close: async () => undefined }),
    atOneMoment: (tables, work) => atOneMoment(readers, tables, work),
    close: async () => {
      await db.destroy();
      await readers.destroy();
    },
  };
}

function poolAt(url: string): Pool {
  const types = new TypeOverrides();
  // Amounts and instants are safe integers; pg would hand them over as text.
  types.setTypeParser(INT8, Number);
  const pool = new Pool({ connectionString: url, types });
  // A connection that breaks, idle or between two statements of a transaction, is replaced; the query that needs it tells.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * The moment is that of the first select, and names of tables are looked up as they stand later: so the tables are held first, as
 * the PostgreSQL manual says of LOCK TABLE under REPEATABLE READ. The lock conflicts with nothing but dropping and renaming.
 */
function atOneMoment<Tables, T>(
  db: Kysely<Tables>,
  tables: readonly string[],
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return transaction.execute(async (reading) => {
    const names = sql.join(tables.map((table) => sql.table(table)));
    if (tables.length > 0) await sql`lock table ${names} in access share mode`.execute(reading);
    return work(reading);
  });
}

/** The lock is the session's, which goes with the process; what the work writes itself must not wait for it. */
async function heldStill<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query(`select pg_advisory_lock(${MOVING_LOCK})`);
    const answer = await work();
    await client.query(`select pg_advisory_unlock(${MOVING_LOCK})`);
    broken = false;
    return answer;
  } finally {
    // A connection that is let go of ends, and the lock with it.
    client.release(broken);
  }
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
