import type { StoredEvent } from '@juesuan/event-store';
import { readingKnownAt, openReadStore } from '@juesuan/read-store';
import fc from 'fast-check';
import { contents } from './contents';
import { histories } from './history';

/** When each event was recorded, in minutes after the one before; a clock that is set back goes backwards. */
const passing = (least: number) => fc.array(fc.integer({ min: least, max: 3 }), { minLength: 130, maxLength: 130 });

const timed = (events: readonly StoredEvent[], minutes: readonly number[]): StoredEvent[] => {
  let now = Date.parse('2023-05-01T00:00:00Z');
  return events.map((event, index) => {
    now += (minutes[index] ?? 0) * 60_000;
    return { ...event, recordedAt: new Date(now).toISOString() };
  });
};

/** A store to read streams of, page by page. */
const logOf = (events: readonly StoredEvent[], pageSize: number) => ({
  async *readStream(stream: string) {
    const own = events.filter((event) => event.stream === stream);
    for (let next = 0; next < own.length; next += pageSize) yield own.slice(next, next + pageSize);
  },
});

async function storeOf(events: readonly StoredEvent[]) {
  const store = await openReadStore({ sqliteFile: ':memory:' });
  await store.project(events);
  const answer = await contents(store);
  await store.close();
  return answer;
}

const streamsOf = (events: readonly StoredEvent[]): string[] => [...new Set(events.map(({ stream }) => stream))];

describe('what was known at an instant', () => {
  it('is what a store says that holds only the events recorded until then', () =>
    fc.assert(
      fc.asyncProperty(
        histories,
        passing(0),
        fc.nat(),
        fc.integer({ min: 1, max: 7 }),
        async (events, minutes, at, page) => {
          const log = timed(events, minutes);
          const instant = log[at % log.length]?.recordedAt ?? '';
          const known = await readingKnownAt(logOf(log, page) as never, streamsOf(log), instant);
          expect(await contents(known)).toEqual(await storeOf(log.filter(({ recordedAt }) => recordedAt <= instant)));
        },
      ),
      { numRuns: 40 },
    ));

  it('leaves out no revision where the clock was set back', () =>
    fc.assert(
      fc.asyncProperty(histories, passing(-3), fc.nat(), async (events, minutes, at) => {
        const log = timed(events, minutes);
        const instant = log[at % log.length]?.recordedAt ?? '';
        const ended = new Set<string>();
        const wanted = log.filter(({ stream, recordedAt }) => {
          if (recordedAt > instant) ended.add(stream);
          return !ended.has(stream);
        });
        const known = await readingKnownAt(logOf(log, 5) as never, streamsOf(log), instant);
        expect(await contents(known)).toEqual(await storeOf(wanted));
      }),
      { numRuns: 40 },
    ));

  it('holds nothing of other streams', async () => {
    const logs = fc.sample(histories, { seed: 7, numRuns: 50 });
    const log = logs.reduce((longest, each) => (each.length > longest.length ? each : longest));
    expect(streamsOf(log).length).toBeGreaterThan(3);
    const stream = 'budgetYear-301.2023';
    const known = await readingKnownAt(
      logOf(log, 5) as never,
      [stream, stream, 'budgetYear-9.2023'],
      '2099-01-01T00:00:00.000Z',
    );
    expect(await contents(known)).toEqual(await storeOf(log.filter((event) => event.stream === stream)));
  });
});
