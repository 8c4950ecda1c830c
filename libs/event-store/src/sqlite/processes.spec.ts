import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startChild } from '../../testing/children/start';
import { all, Collected } from '../../testing/events';
import { openSqliteEventStore } from './store';

const ROUNDS = 20;
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juesuan-processes-'));
  file = join(folder, 'events.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('two processes on one file neither lose nor double anything, and a follower in a third sees all of it', async () => {
  const store = openSqliteEventStore(file);
  const collected = new Collected();
  const subscription = store.subscribe(null, ['contested'], collected.take);
  const children = ['one', 'other'].map((name) => startChild('race.ts', file, name, '60'));
  const codes = await Promise.all(children.map((child) => once(child, 'exit')));
  expect(codes.map(([code]) => code as number)).toEqual([0, 0]);
  await collected.until(120);
  await subscription.stop();
  const events = await all(store.readStream('contested'));
  expect(events).toEqual(collected.events);
  expect(new Set(events.map(({ id }) => id)).size).toBe(120);
  expect(await store.verify()).toMatchObject({ events: 120, damage: null });
  await store.close();
});

it('may be created by several processes at once', async () => {
  const children = ['a', 'b', 'c', 'd'].map((name) => startChild('race.ts', file, name, '1'));
  const codes = await Promise.all(children.map((child) => once(child, 'exit')));
  expect(codes.map(([code]) => code as number)).toEqual([0, 0, 0, 0]);
  const store = openSqliteEventStore(file);
  expect(await store.verify()).toMatchObject({ events: 4, damage: null });
  await store.close();
});

it(`kill -9 at any point loses nothing acknowledged and doubles nothing, ${ROUNDS} times`, async () => {
  const acknowledged = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    await appendAndBeKilled(acknowledged, 1 + round * 3);
    const store = openSqliteEventStore(file);
    expect((await store.verify()).damage).toBeNull();
    for (const [stream, revision] of acknowledged) {
      const [own, twin] = [stream, stream.replace('a', 'b')].map((name) => all(store.readStream(name)));
      const events = await own!;
      expect(events.length).toBeGreaterThan(revision);
      expect(events.map((event) => event.revision)).toEqual(events.map((_, index) => index));
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      expect(await twin!).toHaveLength(events.length);
    }
    await store.close();
  }
  expect(acknowledged.size).toBe(4);
});

/** Lets a process append until it has acknowledged so many appends, then kills it in the midst of the next ones. */
async function appendAndBeKilled(acknowledged: Map<string, number>, appends: number): Promise<void> {
  const child = startChild('append-for-ever.ts', file);
  const exit = once(child, 'exit');
  let seen = 0;
  for await (const line of createInterface(child.stdout)) {
    const [stream = '', revision] = line.split(' ');
    acknowledged.set(stream, Number(revision));
    if (++seen === appends) child.kill('SIGKILL');
  }
  await exit;
}
