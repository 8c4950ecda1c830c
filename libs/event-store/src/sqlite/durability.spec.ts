import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { all, anEvent, someEvents } from '../../testing/events';
import { Database } from './database';
import { openSqliteEventStore } from './store';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juesuan-durability-'));
  file = join(folder, 'events.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('refuses a place where write-ahead logging is not to be had', () => {
  expect(() => openSqliteEventStore(':memory:')).toThrow('journal_mode is memory, not wal');
});

it('has every setting in force on every open', () => {
  for (let round = 0; round < 2; round++) {
    const database = new Database(file);
    const setting = (name: string): unknown => database.prepare(`PRAGMA ${name}`).get();
    const settings = ['journal_mode', 'synchronous', 'recursive_triggers', 'busy_timeout'].map(setting);
    expect(settings).toEqual([['wal'], [2], [1], [5000]]);
    database.close();
  }
});

it('marks the file as ours, and refuses one whose events have another form', () => {
  new Database(file).close();
  const db = new DatabaseSync(file);
  expect(db.prepare('PRAGMA application_id').get()).toEqual({ application_id: 0xbef6cbe3 | 0 });
  db.exec('PRAGMA user_version = 7');
  db.close();
  expect(() => new Database(file)).toThrow('格式是第 7 版，本程序只能打开第 1 版');
});

it.each([
  'UPDATE event SET revision = 7',
  'DELETE FROM event',
  'INSERT OR REPLACE INTO event SELECT * FROM event',
  'REPLACE INTO event_stream SELECT * FROM event_stream',
  "UPDATE event_stream SET name = 'x'",
  'DELETE FROM event_stream',
])('refuses %s', async (sql) => {
  const store = openSqliteEventStore(file);
  await store.append([{ stream: 'a', expected: -1, events: someEvents('a', 'c', 3) }]);
  const before = await all(store.readAll(null, ['']));
  const database = new Database(file);
  expect(() => database.prepare(sql).run()).toThrow('事件一经记录不得修改或删除');
  database.close();
  expect(await all(store.readAll(null, ['']))).toEqual(before);
  await store.close();
});

it('commits what came in one turn together, and a refused one spoils nobody', async () => {
  const store = openSqliteEventStore(file);
  const appends = Array.from({ length: 50 }, (_, index) => {
    const stream = `s${index}`;
    const fresh = { stream, expected: -1, events: [anEvent(stream, 'c')] };
    const stale = { stream: `t${index}`, expected: 3, events: [anEvent(stream, 'd')] };
    return store.append(index % 5 === 0 ? [fresh, stale] : [fresh]);
  });
  const results = await Promise.allSettled(appends);
  results.forEach(({ status }, index) => expect(status).toBe(index % 5 === 0 ? 'rejected' : 'fulfilled'));
  const events = await all(store.readAll(null, ['']));
  expect(events.map(({ stream }) => stream)).toEqual(
    appends.flatMap((_, index) => (index % 5 === 0 ? [] : `s${index}`)),
  );
  const recorded = await Promise.all(events.map(({ stream }) => all(store.readStream(stream))));
  expect(new Set(recorded.flat().map(({ recordedAt }) => recordedAt)).size).toBe(1);
  expect(events.map(({ position }) => Number(position))).toEqual(events.map((_, index) => index + 1));
  await store.close();
});

it('answers with StoreUnavailable while another connection keeps the lock, and goes on afterwards', async () => {
  const store = openSqliteEventStore(file);
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  const append = { stream: 'a', expected: -1, events: [anEvent('a', 'c')] };
  await expect(store.append([append])).rejects.toMatchObject({ name: 'StoreUnavailable' });
  other.exec('ROLLBACK');
  other.close();
  expect(await store.append([append])).toMatchObject({ revision: 0 });
  await store.close();
});

it.each([
  ['its -wal is removed', () => rmSync(`${file}-wal`)],
  ['it is moved away', () => renameSync(file, `${file}.away`)],
  [
    'an older copy takes its place',
    () => {
      copyFileSync(file, `${file}.copy`);
      renameSync(`${file}.copy`, file);
    },
  ],
])('records nothing more that nobody could find again once %s', async (_, happens) => {
  const store = openSqliteEventStore(file);
  const append = (expected: number) =>
    store.append([{ stream: 'a', expected, events: [anEvent('a', `c${expected}`)] }]);
  await append(-1);
  happens();
  const refused = { name: 'StoreUnavailable', cause: { code: 'data-file-moved' } };
  await expect(append(0)).rejects.toMatchObject(refused);
  expect(await store.count()).toBe(1);
  await store.close();
});

it('answers what was appended before it was closed', async () => {
  const store = openSqliteEventStore(file);
  const appended = store.append([{ stream: 'a', expected: -1, events: [anEvent('a', 'c')] }]);
  await store.close();
  expect(await appended).toEqual({ position: '0000000000000001', revision: 0 });
});

it('counts the events', async () => {
  const store = openSqliteEventStore(file);
  expect(await store.count()).toBe(0);
  await store.append([{ stream: 'a', expected: -1, events: someEvents('a', 'c', 42) }]);
  expect(await store.count()).toBe(42);
  await store.close();
});
