import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventId, type EventStore, type NewEvent, openSqliteEventStore, StoreUnavailable } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';
import { settingsFrom } from '../settings';
import { replayInThread } from './replay-thread';
import { type ReplayedLog, replayLog } from './replaying';

const PRELOAD = [join(__dirname, '../../../../test/support/register.cjs')];
const [CLOSED, OPEN, EMPTY] = ['100', '200', '300'].map((unit) => budgetYearStream(unit, 2023)) as [
  string,
  string,
  string,
];
const LINE = { fundSource: 'generalPublic', item: '2010601', kind: 'basic', project: '' };
const EVENTS: readonly (readonly [type: string, data: object])[] = [
  ['FiscalYearOpened', { unitCode: '100', unitName: '局', parentCode: null, unitType: 'administrative', year: 2023 }],
  ['OriginalBudgetAllocated', { line: LINE, amount: 1_000_000, economicItem: null, origin: 'current' }],
  ['FiscalYearClosed', { date: '2023-12-31', chainHead: null }],
  ['OriginalBudgetAllocated', { line: LINE, amount: 500, economicItem: null, origin: 'current' }],
];

const written = (stream: string, events: typeof EVENTS): readonly NewEvent[] =>
  events.map(([type, data], index) => ({
    id: eventId(stream, 'test', index),
    type,
    version: 1,
    data: { ...data },
    metadata: { commandId: 'test', fingerprint: 'test', actor: '甲' },
  }));

/** A log in which somebody wrote on after the closing of one year; the other is read up to its budget only. */
async function replayedHereAndThere(until: ReadonlyMap<string, number>): Promise<readonly [ReplayedLog, ReplayedLog]> {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-'));
  const db = join(folder, 'test.db');
  const events: EventStore = openSqliteEventStore(db);
  try {
    for (const stream of [CLOSED, OPEN])
      await events.append([{ stream, expected: -1, events: written(stream, EVENTS) }]);
    const here = await replayLog(events, until, () => undefined);
    const heard: number[] = [];
    const stores = { ...settingsFrom({}, db), preload: PRELOAD };
    const there = await replayInThread({ stores, until }, (checked) => heard.push(checked));
    expect(heard.at(-1)).toBe(there.events);
    return [here, there];
  } finally {
    await events.close();
    rmSync(folder, { recursive: true });
  }
}

describe('a log replayed in a thread of its own', () => {
  it('says what it says when replayed here', async () => {
    const until = new Map([CLOSED, OPEN, EMPTY].map((stream, index) => [stream, [3, 1, -1][index] ?? -1]));
    const [here, there] = await replayedHereAndThere(until);
    expect(there).toEqual(here);
    expect(there).toMatchObject({ events: 8, damage: null });
    expect(there.years.get(CLOSED)).toMatchObject({ afterClosing: [3], lines: [{ original: 1_000_500 }] });
    expect(there.years.get(OPEN)).toMatchObject({ afterClosing: [], lines: [{ original: 1_000_000 }] });
    expect(there.years.get(EMPTY)).toEqual({ afterClosing: [], lines: [] });
  });

  it('rejects as reading here would where nobody answers for the store', async () => {
    const url = 'esdb://admin:changeit@127.0.0.1:1?tls=false&maxDiscoverAttempts=1';
    const stores = { ...settingsFrom({ EVENTSTORE_URL: url }), preload: PRELOAD };
    const until = new Map([[OPEN, 1]]);
    await expect(replayInThread({ stores, until }, () => undefined)).rejects.toThrow(StoreUnavailable);
  });
});
