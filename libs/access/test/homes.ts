import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseLocation } from '@juesuan/sql';
import { Client } from 'pg';

const TOP = join(__dirname, '../../..');

/** Where the tables of a test live; each `fresh` location is empty. */
export interface Home {
  fresh(): Promise<DatabaseLocation>;
  /** Runs SQL behind the library's back and answers the rows. */
  ask(location: DatabaseLocation, sql: string): Promise<unknown[]>;
  stop(): Promise<void>;
}

export function sqliteHome(): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-access-'));
  let count = 0;
  return Promise.resolve({
    fresh: async () => ({ sqliteFile: join(folder, `${count++}.db`) }),
    ask: async (location, sql) => {
      const db = new DatabaseSync((location as { sqliteFile: string }).sqliteFile, { timeout: 5000 });
      try {
        return db.prepare(sql).all() as unknown[];
      } finally {
        db.close();
      }
    },
    stop: async () => rmSync(folder, { recursive: true }),
  });
}

/** One server, a schema for each location. The server lives as long as the process that holds it. */
export async function postgresHome(): Promise<Home> {
  const program = `require('./test/support/postgres').startPostgres().then(({ url }) => console.log(url));`;
  const words = ['-r', join(TOP, 'test/support/register.cjs'), '-e', program];
  const holder = spawn(process.execPath, words, { cwd: TOP, stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(holder.stdout, 'data')) as [Buffer];
  const url = said.toString().trim();
  let count = 0;
  return {
    fresh: async () => {
      const schema = `access_${count++}`;
      await ask(url, `create schema ${schema}`);
      return { postgresUrl: `${url}?options=-c%20search_path%3D${schema}` };
    },
    ask: (location, sql) => ask((location as { postgresUrl: string }).postgresUrl, sql),
    stop: async () => {
      const exit = once(holder, 'exit');
      holder.kill();
      await exit;
    },
  };
}

async function ask(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}
