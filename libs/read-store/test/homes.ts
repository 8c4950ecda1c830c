import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { ReadStoreLocation } from '@juesuan/read-store';
import { Client } from 'pg';
import { startPostgres } from './servers';

/** Where read stores of a test live; each `fresh` one is empty. */
export interface Home {
  fresh(): Promise<ReadStoreLocation>;
  /** Runs SQL behind the read store's back. */
  tamper(location: ReadStoreLocation, sql: string): Promise<void>;
  stop(): Promise<void>;
}

export function sqliteHome(): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-read-store-'));
  let count = 0;
  return Promise.resolve({
    fresh: async () => ({ sqliteFile: join(folder, `${count++}.db`) }),
    tamper: async (location, sql) => {
      const db = new DatabaseSync((location as { sqliteFile: string }).sqliteFile, { timeout: 5000 });
      db.exec(sql);
      db.close();
    },
    stop: async () => rmSync(folder, { recursive: true }),
  });
}

/** One server, a schema for each store. */
export async function postgresHome(): Promise<Home> {
  const server = await startPostgres();
  let count = 0;
  const execute = async (connectionString: string, sql: string): Promise<void> => {
    const client = new Client({ connectionString });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  return {
    fresh: async () => {
      const schema = `store_${count++}`;
      await execute(server.url, `create schema ${schema}`);
      return { postgresUrl: `${server.url}?options=-c%20search_path%3D${schema}` };
    },
    tamper: (location, sql) => execute((location as { postgresUrl: string }).postgresUrl, sql),
    stop: () => server.stop(),
  };
}
