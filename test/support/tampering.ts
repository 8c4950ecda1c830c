import { openDatabase } from '@juesuan/sql';
import { CompiledQuery } from 'kysely';

/** Whatever stands in a data file. */
export type Tables = { readonly [table: string]: { readonly [column: string]: string | number } };

/** Changes the file as someone with a database tool would, a statement at a time. */
export async function edit(db: string, ...changes: readonly string[]): Promise<void> {
  const database = openDatabase<Tables>({ sqliteFile: db });
  for (const change of changes) await database.db.executeQuery(CompiledQuery.raw(change));
  await database.close();
}
