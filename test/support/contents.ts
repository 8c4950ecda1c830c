import { DatabaseSync } from '@photostructure/sqlite';

/** Every row of every table in a data file: what a refusal must leave exactly as it was. */
export function contents(db: string): Record<string, unknown[]> {
  const database = new DatabaseSync(db);
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as {
    name: string;
  }[];
  const rows = tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()] as const);
  database.close();
  return Object.fromEntries(rows);
}
