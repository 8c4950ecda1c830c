import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openSqliteEventStore } from '@juesuan/event-store';
import { openReadStore, type ReadStoreLocation } from '@juesuan/read-store';
import { contents } from './contents';
import { opening, payments } from './history';
import { logWith } from './logs';
import { type Home, postgresHome, sqliteHome } from './homes';
import { run } from './servers';

/** So many batches that a kill which comes late still finds the child at work. */
const PROJECTED = 12_000;
const REBUILT = 45_000;

/** Runs the child and kills it the hard way after so many lines (null: never); answers whether it was killed. */
async function killAfter(lines: number | null, words: readonly string[]): Promise<boolean> {
  const child = run([join(__dirname, 'crash-child.ts'), ...words]);
  const exit = once(child, 'exit');
  let seen = 0;
  createInterface({ input: child.stdout }).on('line', () => {
    if (++seen === lines) child.kill('SIGKILL');
  });
  const [status, signal] = (await exit) as [number | null, string | null];
  if (signal === null && status !== 0) throw new Error(`child failed with status ${status}`);
  return signal !== null;
}

describe.each([
  ['SQLite', sqliteHome],
  ['PostgreSQL', postgresHome],
])('killed at any moment, the read store on %s', (_name, open) => {
  let home: Home;
  let folder: string;
  beforeAll(async () => {
    home = await open();
    folder = mkdtempSync(join(tmpdir(), 'juesuan-crash-'));
  });
  afterAll(async () => {
    await home.stop();
    rmSync(folder, { recursive: true });
  });

  const untouched = async (file: string) => {
    const events = openSqliteEventStore(file);
    const store = await openReadStore(await home.fresh());
    await store.catchUp(events);
    const answer = await contents(store);
    await store.close();
    await events.close();
    return answer;
  };

  const found = async (location: ReadStoreLocation) => {
    const store = await openReadStore(location);
    const answer = await contents(store);
    await store.close();
    return answer;
  };

  it('has taken every event once when a projection was killed again and again', async () => {
    const file = await logWith(join(folder, 'projected.db'), [...opening(), ...payments(PROJECTED)]);
    // On SQLite the events' own file, as in the embedded mode.
    const location = 'sqliteFile' in (await home.fresh()) ? { sqliteFile: file } : await home.fresh();
    const words = ['project', file, JSON.stringify(location)];
    for (const lines of [1, 2, 3, 4, 1, 5]) expect(await killAfter(lines, words)).toBe(true);
    expect(await killAfter(null, words)).toBe(false);
    expect(await found(location)).toEqual(await untouched(file));
  });

  it('finishes a rebuild that was killed again and again, and serves the old tables until then', async () => {
    const file = await logWith(join(folder, 'rebuilt.db'), [...opening(), ...payments(REBUILT)]);
    const location = 'sqliteFile' in (await home.fresh()) ? { sqliteFile: file } : await home.fresh();
    const expected = await untouched(file);
    const events = openSqliteEventStore(file);
    const store = await openReadStore(location);
    await store.catchUp(events);
    await store.close();
    await events.close();
    const words = ['rebuild', file, JSON.stringify(location)];
    // The later ones fall on the index, the comparison and the swap.
    for (const lines of [1, 2, 3, 1, 2, 6]) {
      await killAfter(lines, words);
      expect(await found(location)).toEqual(expected);
    }
    expect(await killAfter(null, words)).toBe(false);
    expect(await found(location)).toEqual(expected);
  });
});
