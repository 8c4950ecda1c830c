import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventId, type EventStore, type NewEvent, openSqliteEventStore, StoreUnavailable } from '@juesuan/event-store';
import { budgetYearStream, UnknownEvent } from '@juesuan/execution';
import { type Settings, settingsFrom } from '../settings';
import { replayInThread } from './replay-thread';
import { replayLog } from './replaying';
import { drawing, sharing } from './shared-streams';

const PRELOAD = [join(__dirname, '../../../../test/support/register.cjs')];
const [CLOSED, OPEN, EMPTY] = ['100', '200', '300'].map((unit) => budgetYearStream(unit, 2023)) as [
  string,
  string,
  string,
];
const LINE = { fundSource: 'generalPublic', item: '2010601', kind: 'basic', project: '' };
const EVENTS: readonly (readonly [type: string, data: object, version?: number])[] = [
  ['FiscalYearOpened', { unitCode: '100', unitName: '局', parentCode: null, unitType: 'administrative', year: 2023 }],
  ['OriginalBudgetAllocated', { line: LINE, amount: 1_000_000, economicItem: null, origin: 'current' }],
  ['FiscalYearClosed', { date: '2023-12-31', chainHead: null }],
  ['OriginalBudgetAllocated', { line: LINE, amount: 500, economicItem: null, origin: 'current' }],
];

const written = (stream: string, events: typeof EVENTS): readonly NewEvent[] =>
  events.map(([type, data, version = 1], index) => ({
    id: eventId(stream, 'test', index),
    type,
    version,
    data: { ...data },
    metadata: { commandId: 'test', fingerprint: 'test', actor: '甲' },
  }));

/** Lends a log in which the same events stand on two streams, and the settings of a thread that reads it. */
async function withLog(
  recorded: typeof EVENTS,
  work: (events: EventStore, stores: Settings) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-'));
  const db = join(folder, 'test.db');
  const events: EventStore = openSqliteEventStore(db);
  try {
    for (const stream of [CLOSED, OPEN])
      await events.append([{ stream, expected: -1, events: written(stream, recorded) }]);
    await work(events, { ...settingsFrom({}, db), preload: PRELOAD });
  } finally {
    await events.close();
    rmSync(folder, { recursive: true });
  }
}

describe('a log replayed in a thread of its own', () => {
  it('says what it says when replayed here, of one year with what stands after its closing, of the other only the budget', () =>
    withLog(EVENTS, async (events, stores) => {
      const until = new Map([CLOSED, OPEN, EMPTY].map((stream, index) => [stream, [3, 1, -1][index] ?? -1]));
      const heard: number[] = [];
      const asked = { until, through: null, asOf: null };
      const there = await replayInThread({ stores, asked, share: sharing(until) }, (checked) => heard.push(checked));
      expect(there).toEqual(await replayLog(events, asked, until.keys(), () => undefined));
      expect(there).toMatchObject({ events: 8, damage: null });
      expect(heard.at(-1)).toBe(there.events);
      expect(there.years.get(CLOSED)).toMatchObject({ afterClosing: [3], lines: [{ original: 1_000_500 }] });
      expect(there.years.get(OPEN)).toMatchObject({ afterClosing: [], lines: [{ original: 1_000_000 }] });
      expect(there.years.get(EMPTY)).toMatchObject({ afterClosing: [], lines: [], unit: null });
      expect([...(there.years.get(OPEN)?.sums.values() ?? [])]).toEqual([1_000_000]);
    }));

  it('shares the streams with whoever draws from them too: each is replayed by one', () =>
    withLog(EVENTS, async (events, stores) => {
      const until = new Map([CLOSED, OPEN, EMPTY].map((stream, index) => [stream, [3, 1, -1][index] ?? -1]));
      const [asked, share] = [{ until, through: null, asOf: null }, sharing(until)];
      const [longest] = drawing(share);
      expect(longest).toBe(CLOSED);
      const [here, there] = await Promise.all([
        replayLog(events, asked, drawing(share), () => undefined),
        replayInThread({ stores, asked, share }, () => undefined),
      ]);
      expect([...here.years.keys(), ...there.years.keys()].toSorted()).toEqual([OPEN, EMPTY].toSorted());
      expect(here.events + there.events).toBe(4);
    }));

  it('replays what can still be read where a chain is damaged, of every stream that is left', () =>
    withLog(EVENTS, async (events) => {
      const until = new Map([CLOSED, OPEN].map((stream) => [stream, 3]));
      const damage = { position: null, stream: CLOSED, revision: 1, says: '链接断开' };
      const verifyStreams: EventStore['verifyStreams'] = async ([first = '']) => {
        expect(first).toBe(CLOSED);
        return { events: 1, streams: 1, damage, heads: new Map() };
      };
      const damaged = Object.assign(Object.create(events) as EventStore, { verifyStreams });
      const log = await replayLog(damaged, { until, through: null, asOf: null }, until.keys(), () => undefined);
      expect(log).toMatchObject({ events: 1, damage: '链接断开' });
      for (const stream of [CLOSED, OPEN])
        expect(log.years.get(stream)).toMatchObject({ lines: [{ original: 1_000_500 }] });
    }));

  it('rejects as reading here would at an event that a newer program wrote', () =>
    withLog([...EVENTS, ['FiscalYearClosed', {}, 99]], async (_events, stores) => {
      const until = new Map([[CLOSED, 4]]);
      const asked = replayInThread(
        { stores, asked: { until, through: null, asOf: null }, share: sharing(until) },
        () => undefined,
      );
      await expect(asked).rejects.toThrow(UnknownEvent);
      await expect(asked).rejects.toMatchObject({ type: 'FiscalYearClosed', version: 99 });
    }));

  it('rejects as reading here would where nobody answers for the store', async () => {
    const url = 'esdb://admin:changeit@127.0.0.1:1?tls=false&maxDiscoverAttempts=1';
    const stores = { ...settingsFrom({ EVENTSTORE_URL: url }), preload: PRELOAD };
    const until = new Map([[OPEN, 1]]);
    const task = { stores, asked: { until, through: null, asOf: null }, share: sharing(until) };
    await expect(replayInThread(task, () => undefined)).rejects.toThrow(StoreUnavailable);
  });
});
