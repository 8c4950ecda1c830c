import { sql } from 'kysely';
import type { Database } from './database';
import type { Snapshot } from './schema';

/** Creates the table of snapshots where there is none. A rebuild empties it. */
export async function createSnapshots({ kind, live, schemaLock, atomically }: Database): Promise<void> {
  const query = live.selectFrom('snapshot').select('stream').limit(0).execute();
  // Most likely there is no such table yet; what else is wrong, creating it will tell.
  const isThere = await query.then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const table = live.schema
    .createTable('snapshot')
    .ifNotExists()
    .addColumn('stream', 'text', (column) => column.primaryKey())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('program', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('head', 'text', (column) => column.notNull())
    .addColumn('body', kind === 'sqlite' ? 'blob' : 'bytea', (column) => column.notNull());
  const locks = schemaLock.map((lock) => sql.raw(lock).compile(live));
  await atomically([...locks, table.compile()].map((each) => ({ query: each })));
}

/** The snapshot of a stream, where one was kept. */
export const snapshotOf = ({ live }: Database, stream: string): Promise<Snapshot | undefined> =>
  live.selectFrom('snapshot').selectAll().where('stream', '=', stream).executeTakeFirst();

/** Keeps a snapshot in the place of the one before, off this thread: a large one takes a while. */
export async function keepSnapshot(database: Database, snapshot: Snapshot): Promise<void> {
  const query = database.live
    .insertInto('snapshot')
    .values(snapshot)
    .onConflict((conflict) => conflict.column('stream').doUpdateSet(snapshot))
    .compile();
  const writer = database.inBackground();
  try {
    await writer.atomically([{ query }]);
  } finally {
    await writer.close();
  }
}
