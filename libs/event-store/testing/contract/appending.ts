import { type EventStore, WrongExpectedRevision } from '../../src/port';
import { all, anEvent, appendSomehow, must, someEvents } from '../events';
import { type Harness } from './harness';

export function appendsAsAWholeOrNotAtAll(harness: Harness): void {
  it('lets one of two creators win', async () => {
    const stream = harness.stream('a');
    const appends = ['one', 'other'].map((by) =>
      harness.store.append([{ stream, expected: -1, events: [anEvent(stream, by)] }]),
    );
    const results = await Promise.allSettled(appends);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected')?.reason as WrongExpectedRevision;
    expect(lost).toBeInstanceOf(WrongExpectedRevision);
    expect(lost).toMatchObject({ stream, expected: -1, actual: 0 });
    expect(await all(harness.store.readStream(stream))).toHaveLength(1);
  });

  it('leaves nothing behind of a stale append, and the rightful writer goes on', async () => {
    const { store } = harness;
    const stream = harness.stream('a');
    await store.append([{ stream, expected: -1, events: someEvents(stream, 'first', 2) }]);
    for (const expected of [-1, 0, 5]) {
      const stale = store.append([{ stream, expected, events: someEvents(stream, 'stale', 3) }]);
      await expect(stale).rejects.toMatchObject({ name: 'WrongExpectedRevision', expected, actual: 1 });
    }
    await store.append([{ stream, expected: 1, events: [anEvent(stream, 'second')] }]);
    const ids = (await all(store.readStream(stream))).map(({ id }) => id);
    expect(ids).toEqual([...someEvents(stream, 'first', 2), anEvent(stream, 'second')].map(({ id }) => id));
  });
}

export function takesSeveralStreams(harness: Harness): void {
  it('records several streams in order, one of them twice', async () => {
    const [marks, unit] = [harness.stream('import'), harness.stream('unit')];
    const appends = [
      { stream: marks, expected: -1, events: [anEvent(marks, 'started')] },
      { stream: unit, expected: -1, events: someEvents(unit, 'import', 700) },
      { stream: marks, expected: 0, events: [anEvent(marks, 'completed')] },
    ];
    const first = await harness.store.append(appends);
    expect(await harness.store.append(appends)).toEqual(first);
    const events = await all(harness.store.readAll(null, [harness.prefix]));
    expect(events.map(({ stream }) => stream)).toEqual([marks, ...Array<string>(700).fill(unit), marks]);
    expect(first).toEqual({ position: events.at(-1)?.position, revision: 1 });
  });
}

export function knowsARetry(harness: Harness): void {
  it('answers a retry with the same ids as the first time, also from another process and after later events', async () => {
    const stream = harness.stream('a');
    const append = { stream, expected: -1, events: someEvents(stream, 'first', 3) };
    const answer = await harness.store.append([append]);
    await harness.store.append([{ stream, expected: 2, events: [anEvent(stream, 'second')] }]);
    expect(await harness.store.append([append])).toEqual(answer);
    expect(await harness.open().append([append])).toEqual(answer);
    expect(await all(harness.store.readStream(stream))).toHaveLength(4);
  });

  it('knows a retry only at the same place', async () => {
    const stream = harness.stream('a');
    const [first, second, third] = someEvents(stream, 'first', 3).map((event) => [event]);
    await harness.store.append([{ stream, expected: -1, events: [...must(first), ...must(second)] }]);
    const elsewhere = harness.store.append([{ stream, expected: -1, events: must(second) }]);
    await expect(elsewhere).rejects.toBeInstanceOf(WrongExpectedRevision);
    const other = harness.store.append([{ stream, expected: 0, events: must(third) }]);
    await expect(other).rejects.toBeInstanceOf(WrongExpectedRevision);
  });
}

export function takesManyAtOnce(harness: Harness): void {
  it('takes 200 parallel appends from two ways in without gap or double', async () => {
    const stores: EventStore[] = [harness.store, harness.open()];
    const writers = Array.from({ length: 200 }, (_, index) => {
      const stream = harness.stream(`s${index % 50}`);
      return appendSomehow(must(stores[index % 2]), stream, `writer-${index}`);
    });
    await Promise.all(writers);
    const events = await all(harness.store.readAll(null, [harness.prefix]));
    expect(new Set(events.map(({ stream, revision }) => `${stream}@${revision}`)).size).toBe(200);
    for (let index = 0; index < 50; index++) {
      const own = events.filter(({ stream }) => stream === harness.stream(`s${index}`));
      expect(own.map(({ revision }) => revision)).toEqual(own.map((_, place) => place));
      expect(own).toHaveLength(4);
    }
    expect((await harness.store.verify()).damage).toBeNull();
  });
}
