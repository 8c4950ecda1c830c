import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventId, type EventStore, openSqliteEventStore, type StoredEvent } from '@juesuan/event-store';
import { budgetYearStream, UnknownEvent } from '@juesuan/execution';
import { openReadStore, type ReadStore, type ReadStoreLocation } from '@juesuan/read-store';
import fc from 'fast-check';
import { contents, journalOf, sumsOf } from './contents';
import { histories, logOf, opening, payments, recorded, UNITS, YEAR } from './history';
import { type Home, postgresHome, sqliteHome } from './homes';
import { logWith } from './logs';

describe.each([
  ['SQLite', sqliteHome, 40],
  ['PostgreSQL', postgresHome, 15],
])('the read store on %s', (_name, open, numRuns) => {
  let home: Home;
  let store: ReadStore;
  let location: ReadStoreLocation;
  beforeAll(async () => void (home = await open()));
  afterAll(() => home.stop());
  beforeEach(async () => {
    location = await home.fresh();
    store = await openReadStore(location);
  });
  afterEach(() => store.close());

  const filled = async (events: readonly StoredEvent[]) => {
    const other = await openReadStore(await home.fresh());
    await other.project(events);
    const answer = await contents(other);
    await other.close();
    return answer;
  };

  it('holds the journal of its events and its sums, in whatever batches they come and however often', () =>
    fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        async (events, sizes) => {
          const other = await openReadStore(await home.fresh());
          for (let from = 0, step = 0; from < events.length; step++) {
            const size = sizes[step % sizes.length] ?? 1;
            // Each batch begins with what the one before it ended with.
            await other.project(events.slice(Math.max(0, from - 5), from + size));
            from += size;
          }
          await other.project(events);
          const answer = await contents(other);
          const asOf = { units: UNITS, year: YEAR, asOf: '2023-12-31' };
          expect(await other.balances(asOf)).toEqual(await other.balances({ units: UNITS, year: YEAR }));
          await other.close();
          expect(answer.entries).toEqual(journalOf(events));
          expect(answer.balances).toEqual(sumsOf(journalOf(events)));
          expect(answer.checkpoint).toEqual({ position: events.at(-1)?.position, events: events.length });
          expect(answer).toEqual(await filled(events));
        },
      ),
      { numRuns },
    ));

  it('holds after a rebuild what it held before, and goes on from there', () =>
    fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (events, at) => {
        const other = await openReadStore(await home.fresh());
        const cut = 1 + (at % events.length);
        await other.project(events.slice(0, cut));
        const before = await contents(other);
        const first = await other.rebuild(logOf(events.slice(0, cut)));
        expect(first).toMatchObject({ events: cut, differences: [] });
        expect(first.compared).toHaveLength(7);
        expect(await contents(other)).toEqual(before);
        await other.project(events);
        expect(await other.rebuild(logOf(events))).toMatchObject({ events: events.length, differences: [] });
        expect(await contents(other)).toEqual(await filled(events));
        await other.close();
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    ));

  it('answers as of a day from the entries of that day and before', () =>
    fc.assert(
      fc.asyncProperty(histories, fc.constantFrom('2023-01-31', '2023-05-05', '2023-08-31'), async (events, asOf) => {
        const other = await openReadStore(await home.fresh());
        await other.project(events);
        const journal = journalOf(events).filter((text) => (JSON.parse(text) as { date: string }).date <= asOf);
        const balances = await other.balances({ units: UNITS, year: YEAR, asOf });
        const told = balances.map(({ id: _id, ...rest }) => JSON.stringify({ ...rest })).sort();
        expect(told).toEqual(sumsOf(journal));
        const references = await other.references(
          balances.map(({ id }) => id),
          asOf,
        );
        for (const { id, unit, year } of balances) {
          const entries = await other.entries({ balanceIds: [id], asOf });
          const revisions = [...new Set(entries.map(({ revision }) => revision))].sort((a, b) => a - b);
          expect(references.get(id)).toEqual(revisions.map((revision) => `${unit}.${year}@${revision}`));
        }
        await other.close();
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    ));

  it('stops at an event it does not know and leaves nothing of its batch', async () => {
    const known = recorded([...opening(), ...payments(5)]);
    await store.project(known.slice(0, 4));
    const before = await contents(store);
    const strangers = [
      { type: 'BudgetEnchanted' },
      { version: 2 },
      { stream: 'codeBook-functional' },
      { stream: 'somethingElse-1' },
      { stream: 'budgetYear-301' },
    ];
    for (const stranger of strangers) {
      const events = [...known.slice(4, 7), { ...known[7], ...stranger } as StoredEvent, ...known.slice(8)];
      await expect(store.project(events)).rejects.toBeInstanceOf(UnknownEvent);
      expect(await contents(store)).toEqual(before);
    }
    await store.project(known);
    expect(await contents(store)).toEqual(await filled(known));
  });

  it('follows what is recorded, and ends visibly at an event it does not know', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'juesuan-follow-'));
    const stream = budgetYearStream('301', YEAR);
    const said = [...opening(), ...payments(30)];
    const events = openSqliteEventStore(await logWith(join(folder, 'log.db'), said));
    const following = await store.follow(events);
    const stranger = { id: eventId(stream, 'x', 0), type: 'BudgetEnchanted', version: 1, data: {}, metadata: {} };
    await events.append([{ stream, expected: 10, events: [stranger] }]);
    await expect(following.ended).rejects.toBeInstanceOf(UnknownEvent);
    await expect(store.catchUp(events)).rejects.toBeInstanceOf(UnknownEvent);
    expect((await store.checkpoint()).events).toBeLessThanOrEqual(said.length);
    await events.close();
    rmSync(folder, { recursive: true });
  });

  it('takes every event once when two projectors follow the same log', async () => {
    const events = recorded([...opening(), ...payments(400)]);
    const other = await openReadStore(location);
    const follow = async (each: ReadStore, size: number) => {
      for (let from = 0; from < events.length; from += size) await each.project(events.slice(from, from + size));
    };
    await Promise.all([follow(store, 7), follow(other, 11)]);
    expect(await contents(store)).toEqual(await filled(events));
    await store.rebuild(logOf(events));
    // The other one remembers balance ids of tables that are gone.
    const more = recorded([...opening(), ...payments(500)]);
    await other.project(more);
    expect(await contents(other)).toEqual(await filled(more));
    await other.close();
  });

  it('serves the old tables while a rebuild runs, and takes in what is recorded meanwhile', async () => {
    const events = recorded([...opening(), ...payments(25_000)]);
    const grown = recorded([...opening(), ...payments(25_300)]);
    const log = [...events];
    await store.catchUp(logOf(log));
    const before = await store.balances({ units: UNITS, year: YEAR });
    const during: unknown[] = [];
    const onProgress = (): void => {
      during.push(store.balances({ units: UNITS, year: YEAR }));
      if (log.length < grown.length) log.push(...grown.slice(log.length, log.length + 100));
    };
    const result = await store.rebuild(logOf(log), { onProgress });
    expect(await Promise.all(during)).toContainEqual(before);
    expect(result).toMatchObject({ events: log.length, differences: [] });
    expect((await store.checkpoint()).events).toBe(log.length);
    await store.project(grown);
    expect(await contents(store)).toEqual(await filled(grown));
  });

  it('lets somebody read at one moment, whatever another process projects meanwhile', async () => {
    const events = recorded([...opening(), ...payments(60)]);
    await store.project(events.slice(0, 40));
    const before = await contents(store);
    const another = await openReadStore(location);
    await store.atOneMoment(async (reading) => {
      expect(await reading.checkpoint()).toEqual(before.checkpoint);
      await another.project(events);
      expect(await contents(reading)).toEqual(before);
    });
    await another.close();
    expect(await contents(store)).toEqual(await filled(events));
  });

  it('keeps that moment while a rebuild swaps the tables', async () => {
    const events = recorded([...opening(), ...payments(60)]);
    await store.project(events.slice(0, 40));
    await home.tamper(location, `update balance set amount = amount + 100 where id = 3`);
    const before = await contents(store);
    let swapped: Promise<unknown> = Promise.resolve();
    await store.atOneMoment(async (reading) => {
      await reading.checkpoint();
      swapped = store.rebuild(logOf(events));
      // PostgreSQL's swap waits for the reader to end, SQLite's goes on beside him.
      if ('sqliteFile' in location) await swapped;
      expect(await contents(reading)).toEqual(before);
    });
    await swapped;
    expect(await contents(store)).toEqual(await filled(events));
  });

  it('forgets the snapshots with a rebuild', async () => {
    const events = recorded([...opening(), ...payments(5)]);
    await store.project(events);
    const kept = { revision: 4, hash: 'h', program: 'p', digest: 'd', head: '{}', body: new Uint8Array([1]) };
    await store.keepSnapshot({ stream: budgetYearStream('301', YEAR), ...kept });
    expect(await store.snapshot(budgetYearStream('301', YEAR))).toMatchObject({ revision: 4 });
    await store.rebuild(logOf(events));
    expect(await store.snapshot(budgetYearStream('301', YEAR))).toBeUndefined();
  });

  it('goes on with a rebuild that was cancelled', async () => {
    const events = recorded([...opening(), ...payments(25_000)]);
    const log = logOf(events);
    await store.catchUp(log);
    const before = await contents(store);
    const cancel = new AbortController();
    const cancelled = store.rebuild(log, { signal: cancel.signal, onProgress: () => cancel.abort() });
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(await contents(store)).toEqual(before);
    log.read = 0;
    expect(await store.rebuild(log)).toMatchObject({ events: events.length, differences: [] });
    expect(log.read).toBeLessThan(events.length);
    expect(await contents(store)).toEqual(before);
  });

  it('says so where another process finished the rebuild first', async () => {
    const events = recorded([...opening(), ...payments(60)]);
    await store.project(events);
    const before = await contents(store);
    const other = await openReadStore(location);
    const log = logOf(events);
    const overtaken: EventStore = Object.assign(Object.create(log) as EventStore, {
      readAll: async function* (...asked: Parameters<EventStore['readAll']>) {
        await other.rebuild(log);
        yield* log.readAll(...asked);
      },
    });
    await expect(store.rebuild(overtaken)).rejects.toMatchObject({ code: 'rebuild-running' });
    await other.close();
    expect(await contents(store)).toEqual(before);
    expect(await store.rebuild(log)).toMatchObject({ events: events.length, differences: [] });
  });

  it('names what the old tables held otherwise, and puts it right', async () => {
    const events = recorded([...opening(), ...payments(50)]);
    await store.project(events);
    await home.tamper(location, `update balance set amount = amount + 100 where id = 3`);
    await home.tamper(location, `update unit set name = '改名' where code = '301'`);
    await home.tamper(location, `delete from entry where balance_id = 5`);
    const { differences } = await store.rebuild(logOf(events));
    const said = differences.join('\n');
    expect(said).toMatch(/余额 .*原为.*应为.*元/);
    expect(said).toMatch(/单位 301 2023：原为“改名/);
    expect(said).toMatch(/分录：原有 \d+ 笔/);
    expect(said).toMatch(/其分录合计却为 0\.00 元/);
    expect(await contents(store)).toEqual(await filled(events));
  });
});
