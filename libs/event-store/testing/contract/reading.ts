import { chainHash, NO_PREDECESSOR } from '../../src/hash-chain';
import { type EventStore, type Json, type JsonObject } from '../../src/port';
import { all, anEvent, happened, must, someEvents } from '../events';
import { type Harness } from './harness';

const PLAIN: JsonObject = {
  text: '长沙县财政局 “决算” 🀄 \u2028 \n \0 \ud800 \ufffd',
  numbers: [0, -1, 0.1, 8999999999999999, 1e300],
  nested: { empty: {}, list: [[], null, true, false], '10': 'ten', '2': 'two', __proto__x: 1 },
};
const REFUSED: Record<string, unknown> = {
  'a BigInt': 1n,
  NaN: NaN,
  infinity: -Infinity,
  'undefined in a list': [1, undefined],
  'a hole in a list': [, 1], // eslint-disable-line no-sparse-arrays
  'a Date': new Date(0),
  'a function': () => 1,
  'a Map': new Map(),
};

export function givesBackWhatWasWritten(harness: Harness): void {
  it('gives back data and metadata unchanged', async () => {
    const stream = harness.stream('长沙县.2023');
    const written = { ...anEvent(stream, 'c', 0, PLAIN), version: 3, type: '支付', metadata: { by: '张三', ...PLAIN } };
    await harness.store.append([{ stream, expected: -1, events: [written] }]);
    const [event] = await all(harness.store.readStream(stream));
    expect(event).toEqual({
      ...written,
      position: expect.any(String) as unknown,
      stream,
      revision: 0,
      recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown,
      previousHash: '0'.repeat(64),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
    expect(Object.keys(must(event).data)).toEqual(Object.keys(PLAIN));
    expect((await all(harness.store.readAll(null, [stream]))).map(happened)).toEqual([happened(must(event))]);
  });

  it('leaves out a property that is undefined', async () => {
    const stream = harness.stream('a');
    await harness.store.append([
      { stream, expected: -1, events: [anEvent(stream, 'c', 0, { kept: 1, gone: undefined })] },
    ]);
    const [event] = await all(harness.store.readStream(stream));
    expect(Object.keys(must(event).data)).toEqual(['kept']);
  });
}

export function keepsWhatWasRecordedElsewhere(harness: Harness): void {
  it('keeps the instant of an event that was recorded elsewhere first, so that every store gives it the same hash', async () => {
    const stream = harness.stream('a');
    const written = { ...anEvent(stream, 'c', 0, PLAIN), recordedAt: '2023-12-31T15:59:59.999Z' };
    await harness.store.append([{ stream, expected: -1, events: [written] }]);
    const { recordedAt, hash } = must((await all(harness.store.readStream(stream)))[0]);
    const text = { data: JSON.stringify(PLAIN), metadata: JSON.stringify(written.metadata) };
    expect(recordedAt).toBe(written.recordedAt);
    expect(hash).toBe(chainHash({ ...written, ...text, stream, revision: 0 }, NO_PREDECESSOR));
    const bad = { ...written, recordedAt: '2023-12-31 15:59' };
    await expect(harness.store.append([{ stream, expected: 0, events: [bad] }])).rejects.toThrow(TypeError);
  });
}

export function refusesWhatIsNotJson(harness: Harness): void {
  it.each(Object.entries(REFUSED))('refuses %s before anything is sent', async (_, value) => {
    const stream = harness.stream('a');
    const events = [anEvent(stream, 'c', 0), anEvent(stream, 'c', 1, { deep: [{ value: value as Json }] })];
    await expect(harness.store.append([{ stream, expected: -1, events }])).rejects.toThrow(TypeError);
    expect(await all(harness.store.readStream(stream))).toEqual([]);
  });

  it.each(['', '$system', 'line\nbreak', 'half \ud800 surrogate'])('refuses %j as a name', async (name) => {
    const stream = harness.stream('a');
    const named = harness.store.append([{ stream: name, expected: -1, events: [anEvent(name, 'c')] }]);
    await expect(named).rejects.toThrow(TypeError);
    const type = name === '$system' ? '' : name;
    const typed = harness.store.append([{ stream, expected: -1, events: [{ ...anEvent(stream, 'c'), type }] }]);
    await expect(typed).rejects.toThrow(TypeError);
  });
}

export function readsInOrder(harness: Harness): void {
  it('reads a stream from a revision on, over many pages; an unknown one is empty', async () => {
    const stream = harness.stream('a');
    await harness.store.append([{ stream, expected: -1, events: someEvents(stream, 'c', 1200) }]);
    for (const from of [0, 1, 999, 1000, 1199, 1200, 9999]) {
      const revisions = (await all(harness.store.readStream(stream, from))).map(({ revision }) => revision);
      expect(revisions).toEqual(Array.from({ length: Math.max(0, 1200 - from) }, (_, index) => from + index));
    }
    expect(await all(harness.store.readStream(harness.stream('unknown')))).toEqual([]);
  });

  it('reads all from a position on, by prefixes, in batches of the size asked for', async () => {
    const names = ['a-1', 'b-1', 'a-2', 'c-1'].map((name) => harness.stream(name));
    for (const stream of names) {
      await harness.store.append([{ stream, expected: -1, events: someEvents(stream, 'c', 7) }]);
    }
    const every = await all(harness.store.readAll(null, [harness.prefix]));
    expect(every.map(({ position }) => position)).toEqual(every.map(({ position }) => position).sort());
    const some = every.filter(({ stream }) => stream !== names[3]);
    const prefixes = ['a-', 'b-'].map((name) => harness.stream(name));
    expect(await all(harness.store.readAll(null, prefixes))).toEqual(some);
    for (const [index, { position }] of some.entries()) {
      const rest = harness.store.readAll(position, prefixes, 1 + (index % 4));
      expect(await all(rest)).toEqual(some.slice(index + 1));
    }
    expect(await all(harness.store.readAll(null, []))).toEqual([]);
  });
}

export function givesFirstEvents(harness: Harness): void {
  it('gives the first event of each stream with a prefix, also of those that begin later and elsewhere', async () => {
    const [one, other, third] = ['a-%', 'a-2', 'b-1'].map((name) => harness.stream(name)) as [string, string, string];
    const begin = (store: EventStore, stream: string) =>
      store.append([{ stream, expected: -1, events: someEvents(stream, 'c', 2) }]);
    const firstOf = async (...streams: readonly string[]) =>
      (await Promise.all(streams.map((stream) => all(harness.store.readStream(stream))))).map(([first]) => first);
    const found = async (prefix: string) =>
      (await harness.store.firstEvents(prefix)).toSorted((a, b) => (a.stream < b.stream ? -1 : 1));
    expect(await found(harness.prefix)).toEqual([]);
    await begin(harness.store, one);
    await begin(harness.store, third);
    expect(await found(harness.prefix)).toEqual(await firstOf(one, third));
    await begin(harness.open(), other);
    expect(await found(harness.stream('a-'))).toEqual(await firstOf(one, other));
    expect(await found('no such')).toEqual([]);
  });
}
