import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { eventId, openSqliteEventStore } from '@juesuan/event-store';
import { openReadStore, type ReadStoreLocation } from '@juesuan/read-store';
import fc from 'fast-check';
import { contents } from './contents';
import { histories, logOf, opening, payments, type Said, UNITS } from './history';
import { type Home, postgresHome } from './homes';
import { logWith } from './logs';
import { run } from './servers';

jest.setTimeout(300_000);

const PARTITIONS = 4;
const WAIT_MS = 60_000;

let home: Home;
let folder: string;
beforeAll(async () => {
  home = await postgresHome();
  folder = mkdtempSync(join(tmpdir(), 'juesuan-partitions-'));
});
afterAll(async () => {
  await home.stop();
  rmSync(folder, { recursive: true });
});

const children: ChildProcess[] = [];
afterEach(async () => {
  const running = children.splice(0).filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  const exits = running.map((child) => once(child, 'exit'));
  running.forEach((child) => child.kill('SIGKILL'));
  await Promise.all(exits);
});

/** Looks again until it is so. */
async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + WAIT_MS;
  while (!(await what())) {
    expect(Date.now()).toBeLessThan(end);
    await pause(20);
  }
}

/** What one partition, filled by nobody else, holds of a log. */
async function unpartitioned(file: string) {
  const events = openSqliteEventStore(file);
  const store = await openReadStore(await home.fresh());
  await store.catchUp(events);
  const answer = await contents(store);
  await Promise.all([store.close(), events.close()]);
  return answer;
}

const foundAt = async (location: ReadStoreLocation) => {
  const store = await openReadStore(location, PARTITIONS);
  const answer = await contents(store);
  await store.close();
  return answer;
};

/** Records payments after those that a log was made with, a few at a time, as offices do all day. */
async function paying(file: string, from: number, to: number): Promise<void> {
  const store = openSqliteEventStore(file);
  const said: readonly Said[] = [...opening(), ...payments(to)];
  const revisions = new Map<string, number>();
  for (const [index, { stream, type, data }] of said.entries()) {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    if (index < from + UNITS.length) continue;
    const metadata = { commandId: `c${revision}`, fingerprint: '', actor: 'a' };
    const event = { id: eventId(stream, 'c', revision), type, version: 1, data: data as never, metadata };
    await store.append([{ stream, expected: revision - 1, events: [event] }]);
    await pause(5);
  }
  await store.close();
}

describe('a read store on PostgreSQL, filled in partitions', () => {
  it('holds what one filled as a whole holds, in whatever batches, and after rebuilds into more or fewer', () =>
    fc.assert(
      fc.asyncProperty(
        histories,
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 1, max: 40 }),
        async (events, of, size) => {
          const whole = await openReadStore(await home.fresh());
          await whole.project(events);
          const expected = await contents(whole);
          const location = await home.fresh();
          const parts = await openReadStore(location, of);
          for (let from = 0; from < events.length; from += size) {
            // Each batch begins with what the one before it ended with.
            await parts.project(events.slice(Math.max(0, from - 5), from + size));
          }
          expect(await contents(parts)).toEqual(expected);
          for (const next of [of + 2, 1]) {
            const rebuilding = await openReadStore(location, next);
            expect(await rebuilding.rebuild(logOf(events))).toMatchObject({ events: events.length, differences: [] });
            expect(await contents(rebuilding)).toEqual(expected);
            await rebuilding.close();
          }
          // It remembers partitions and balance ids of tables that are gone.
          await parts.project(events);
          expect(await contents(parts)).toEqual(expected);
          await Promise.all([whole.close(), parts.close()]);
        },
      ),
      { numRuns: 6 },
    ));

  it('divides its partitions among those who follow, whoever comes and goes', async () => {
    const file = await logWith(join(folder, 'shared.db'), opening());
    const events = openSqliteEventStore(file);
    const location = await home.fresh();
    const shares = new Map<string, readonly number[]>();
    const join_ = async (name: string) => {
      const store = await openReadStore(location, PARTITIONS);
      const following = await store.follow(events, (own) => shares.set(name, own));
      return async (): Promise<void> => {
        await following.stop();
        shares.delete(name);
        await store.close();
      };
    };
    const counts = () => [...shares.values()].map(({ length }) => length).sort();
    const allTaken = () => [...shares.values()].flat().sort().join() === '0,1,2,3';
    const leaves = [await join_('a')];
    await until(() => counts().join() === '4');
    leaves.push(await join_('b'), await join_('c'));
    await until(() => counts().join() === '1,1,2' && allTaken());
    await leaves[0]?.();
    await until(() => counts().join() === '2,2' && allTaken());
    await Promise.all(leaves.slice(1).map((leave) => leave()));
    await events.close();
    expect(await foundAt(location)).toEqual(await unpartitioned(file));
  });

  it('lacks and doubles nothing where three processes fill it and are killed again and again', async () => {
    const first = 3_000;
    const file = await logWith(join(folder, 'killed.db'), [...opening(), ...payments(first)]);
    const location = await home.fresh();
    await (await openReadStore(location, PARTITIONS)).close();
    const shares = new Set<string>();
    const atWork = new Map<ChildProcess, boolean>();
    const start = (): ChildProcess => {
      const child = run([join(__dirname, 'crash-child.ts'), 'follow', file, JSON.stringify(location)]);
      children.push(child);
      createInterface({ input: child.stdout }).on('line', (line) => {
        shares.add(line);
        atWork.set(child, true);
      });
      return child;
    };
    const three = [start(), start(), start()];
    await until(() => three.every((child) => atWork.get(child)));
    const recording = paying(file, first, first + 500);
    for (const index of [0, 1, 2, 1]) {
      const child = three[index];
      await until(() => child !== undefined && atWork.has(child));
      await pause(200 * index);
      child?.kill('SIGKILL');
      three[index] = start();
    }
    await recording;
    const expected = await unpartitioned(file);
    const watching = await openReadStore(location);
    await until(async () => (await watching.checkpoint()).position === expected.checkpoint.position);
    expect(await contents(watching)).toEqual(expected);
    expect([...shares].filter((share) => share !== '0,1,2,3 of 4').length).toBeGreaterThan(2);
    await watching.close();
  });

  it('is rebuilt while others fill it all the time, and finds no difference', async () => {
    const first = 2_000;
    const file = await logWith(join(folder, 'busy.db'), [...opening(), ...payments(first)]);
    const events = openSqliteEventStore(file);
    const location = await home.fresh();
    const followers = await Promise.all([1, 2].map(() => openReadStore(location, PARTITIONS)));
    const following = await Promise.all(followers.map((store) => store.follow(events)));
    const recording = paying(file, first, first + 1_000);
    const rebuilding = await openReadStore(location, 3);
    await until(async () => (await rebuilding.checkpoint()).position !== null);
    expect((await rebuilding.rebuild(events)).differences).toEqual([]);
    await recording;
    const expected = await unpartitioned(file);
    await until(async () => (await rebuilding.checkpoint()).position === expected.checkpoint.position);
    expect(await contents(rebuilding)).toEqual(expected);
    await Promise.all(following.map((each) => each.stop()));
    await Promise.all([...followers, rebuilding].map((store) => store.close()));
    await events.close();
  });
});
