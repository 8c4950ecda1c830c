import { sql } from 'kysely';
import type { Database } from './database';
import { checkpointName } from './partitions';
import { checkpointTable, computedTables, entryIndex } from './schema';

/**
 * Creates the tables that serve, so many partitions of them, where there are none yet, in one transaction; several processes may
 * open at once.
 */
export async function createTables(database: Database, partitions: number): Promise<void> {
  const { live, schemaLock } = database;
  const found = await live
    .selectFrom('checkpoint')
    .select('name')
    .execute()
    // Most likely there is no such table yet; what else is wrong, creating it will tell.
    .catch(() => []);
  if (found.length > 0) return;
  const rows = live
    .insertInto('checkpoint')
    .values(
      Array.from({ length: partitions }, (_, partition) => ({
        name: checkpointName('live', partition),
        position: null,
        events: 0,
        generation: 0,
      })),
    )
    .onConflict((conflict) => conflict.doNothing());
  const schema = [checkpointTable(live), ...computedTables(live, 0), entryIndex(live, 0)];
  const queries = [...schemaLock.map((lock) => sql.raw(lock)), ...schema, rows];
  await database.atomically(queries.map((query) => ({ query: query.compile(live) })));
}
