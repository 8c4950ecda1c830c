import { type Link, type Verified } from '../../src/port';
import { all, must, someEvents } from '../events';
import { appendsAsAWholeOrNotAtAll, knowsARetry, takesManyAtOnce, takesSeveralStreams } from './appending';
import {
  endsWithAnError,
  followsOnFromAPosition,
  followsWithoutGapOrDouble,
  handlesOneAtATime,
  knowsWhereItEnds,
} from './following';
import { Harness, type Place } from './harness';
import {
  givesBackWhatWasWritten,
  givesFirstEvents,
  keepsWhatWasRecordedElsewhere,
  readsInOrder,
  refusesWhatIsNotJson,
} from './reading';

/** What every event store must hold, told once; each adapter's spec runs it on its own kind of place. */
export function eventStoreContract(name: string, start: () => Promise<Place>): void {
  describe(`${name} as an event store`, () => {
    const harness = new Harness(start);
    appendsAsAWholeOrNotAtAll(harness);
    takesSeveralStreams(harness);
    knowsARetry(harness);
    takesManyAtOnce(harness);
    givesBackWhatWasWritten(harness);
    keepsWhatWasRecordedElsewhere(harness);
    refusesWhatIsNotJson(harness);
    readsInOrder(harness);
    givesFirstEvents(harness);
    followsWithoutGapOrDouble(harness);
    followsOnFromAPosition(harness);
    knowsWhereItEnds(harness);
    handlesOneAtATime(harness);
    endsWithAnError(harness);
    staysAfterARestart(harness);
    verifies(harness);
    verifiesStreams(harness);
  });
}

function staysAfterARestart(harness: Harness): void {
  it('goes on after restarts where it stood', async () => {
    const stream = harness.stream('a');
    for (let round = 0; round < 4; round++) {
      const store = harness.open();
      await store.append([{ stream, expected: round * 10 - 1, events: someEvents(stream, `c${round}`, 10) }]);
      await store.close();
    }
    const events = await all(harness.store.readStream(stream));
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
    expect(events).toHaveLength(40);
  });
}

function verifies(harness: Harness): void {
  it('verifies a whole chain, tells its heads and how far it is', async () => {
    const streams = [harness.stream('a'), harness.stream('b')];
    for (const stream of streams) {
      await harness.store.append([{ stream, expected: -1, events: someEvents(stream, 'c', 550) }]);
      await harness.store.append([{ stream, expected: 549, events: someEvents(stream, 'd', 5) }]);
    }
    const progress: number[] = [];
    const links: Link[] = [];
    const { damage, heads, events, logHead } = await harness.store.verify(
      (checked) => progress.push(checked),
      (link) => links.push(link),
    );
    expect(damage).toBeNull();
    expect(events).toBeGreaterThanOrEqual(1110);
    expect(progress.at(-1)).toBe(events);
    expect(links).toHaveLength(events);
    expect(new Set(links.map(({ logHash }) => logHash)).size).toBe(events);
    expect(must(links.at(-1))).toMatchObject({ stream: streams[1], revision: 554, logHash: logHead });
    for (const stream of streams) {
      const chain = await all(harness.store.readStream(stream));
      expect(chain.slice(1).map(({ previousHash }) => previousHash)).toEqual(
        chain.slice(0, -1).map(({ hash }) => hash),
      );
      expect(heads.get(stream)).toBe(must(chain.at(-1)).hash);
    }
  });
}

function verifiesStreams(harness: Harness): void {
  it('verifies the chains of some streams alone', async () => {
    const [one, other] = [harness.stream('one'), harness.stream('other')];
    for (const stream of [one, other])
      await harness.store.append([{ stream, expected: -1, events: someEvents(stream, 'c', 1200) }]);
    const progress: number[] = [];
    const seen: Verified[] = [];
    const { damage, heads, events } = await harness.store.verifyStreams(
      [one],
      (checked) => progress.push(checked),
      (event) => seen.push(event),
    );
    const recorded = await all(harness.store.readStream(one));
    expect(seen).toMatchObject(
      recorded.map(({ position, stream, revision, type, version, data, recordedAt, hash }) => ({
        ...{ position, stream, revision, type, version, data, recordedAt, hash },
      })),
    );
    expect({ damage, events, streams: [...heads.keys()] }).toEqual({ damage: null, events: 1200, streams: [one] });
    expect(progress.at(-1)).toBe(1200);
    expect(await harness.store.verifyStreams([harness.stream('none')])).toMatchObject({ events: 0, damage: null });
  });
}
