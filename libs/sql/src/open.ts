import type { DatabaseLocation, SqlDatabase } from './database';
import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';

/** Opens the database that a location names; which tables it holds is the caller's business. */
export const openDatabase = <Tables>(location: DatabaseLocation): SqlDatabase<Tables> =>
  'sqliteFile' in location ? openSqlite(location.sqliteFile) : openPostgres(location.postgresUrl);
