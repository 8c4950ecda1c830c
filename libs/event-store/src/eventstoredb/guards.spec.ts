import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { startChild } from '../../testing/children/start';
import { all, anEvent, Collected, someEvents } from '../../testing/events';
import { GrpcStandIn } from '../../testing/grpc-stand-in';
import { type EventStore, StoreUnavailable } from '../port';
import { openEventStoreDb } from './store';

const HURRIED = { timeoutMs: 1000, attempts: 3, pauseMs: 10 };
let standIn: GrpcStandIn;
let store: EventStore;
beforeEach(async () => {
  standIn = await GrpcStandIn.start();
  store = openEventStoreDb(standIn.url, HURRIED);
});
afterEach(async () => {
  await store.close();
  standIn.stop();
});

const own = () => standIn.log.events.filter(({ stream }) => !stream.startsWith('$'));

describe('an append without an answer', () => {
  it('is repeated with the same ids and recorded once, when it had been recorded', async () => {
    standIn.faults.swallowAnswers = 2;
    const answer = await store.append([{ stream: 'a', expected: -1, events: someEvents('a', 'c', 3) }]);
    expect(answer.revision).toBe(2);
    expect(own()).toHaveLength(3);
    expect(await store.append([{ stream: 'a', expected: 2, events: [anEvent('a', 'd')] }])).toMatchObject({
      revision: 3,
    });
    expect((await store.verify()).damage).toBeNull();
  });

  it('is repeated when it had not', async () => {
    standIn.faults.ignoreAppends = 2;
    await store.append([{ stream: 'a', expected: -1, events: someEvents('a', 'c', 3) }]);
    expect(own()).toHaveLength(3);
  });

  it('is StoreUnavailable in the end, and running it again finishes it', async () => {
    standIn.faults.swallowAnswers = 3;
    const append = { stream: 'a', expected: -1, events: someEvents('a', 'c', 3) };
    await expect(store.append([append])).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.append([append])).toMatchObject({ revision: 2 });
    expect(own()).toHaveLength(3);
  });
});

describe('an append that takes longer than anybody waits', () => {
  it('is never given up half-way: a server would take the part for the whole', async () => {
    standIn.faults.hastyAppends = Infinity;
    let late = 0;
    for (let round = 0; round < 60; round++) {
      const impatient = openEventStoreDb(standIn.url, { timeoutMs: 1 + (round % 30), attempts: 1 });
      const stream = `a${round}`;
      const append = impatient.append([{ stream, expected: -1, events: someEvents(stream, 'c', 150) }]);
      await append.catch((error: unknown) => (late += error instanceof StoreUnavailable ? 1 : 0));
      await impatient.close();
    }
    expect(late).toBeGreaterThan(0);
    const sizes = new Map<string, number>();
    for (const { stream } of own()) sizes.set(stream, (sizes.get(stream) ?? 0) + 1);
    expect([...sizes].filter(([, size]) => size !== 150)).toEqual([]);
  });
});

describe('a server that is away', () => {
  it('is StoreUnavailable for appends, reads and verification, and comes back', async () => {
    standIn.stop();
    const append = { stream: 'a', expected: -1, events: [anEvent('a', 'c')] };
    await expect(store.append([append])).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(all(store.readStream('a'))).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(all(store.readAll(null, ['']))).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.verify()).rejects.toBeInstanceOf(StoreUnavailable);
    await standIn.listen();
    expect(await store.append([append])).toMatchObject({ revision: 0 });
  });

  it('is StoreUnavailable when a cluster cannot be discovered', async () => {
    const url = 'esdb://admin:changeit@127.0.0.1:1,127.0.0.1:2?tls=false&maxDiscoverAttempts=1';
    const cluster = openEventStoreDb(url, { ...HURRIED, timeoutMs: 5000 });
    await expect(all(cluster.readStream('a'))).rejects.toBeInstanceOf(StoreUnavailable);
    await cluster.close();
  });
});

describe('a dropped subscription', () => {
  it('goes on after the last handled event, wherever it is cut', async () => {
    for (let index = 0; index < 40; index++) {
      await store.append([
        { stream: `a-${index % 3}`, expected: Math.floor(index / 3) - 1, events: [anEvent('a', `${index}`)] },
      ]);
    }
    for (const eventsBeforeDrop of [0, 1, 3, 7]) {
      Object.assign(standIn.faults, { dropSubscriptions: 5, eventsBeforeDrop });
      const collected = new Collected();
      const subscription = store.subscribe(null, ['a-'], collected.take);
      await collected.until(40);
      await subscription.stop();
      expect(collected.events.map(({ position }) => position)).toEqual(
        (await all(store.readAll(null, ['a-']))).map(({ position }) => position),
      );
      standIn.faults.dropSubscriptions = 0;
    }
  });

  it('survives a restart of the server, with what was appended meanwhile', async () => {
    const collected = new Collected();
    const subscription = store.subscribe(null, ['a'], collected.take);
    await store.append([{ stream: 'a', expected: -1, events: someEvents('a', 'c', 3) }]);
    await collected.until(3);
    standIn.stop();
    await standIn.listen();
    await store.append([{ stream: 'a', expected: 2, events: someEvents('a', 'd', 3) }]);
    await collected.until(6);
    await subscription.stop();
    expect(collected.events.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('does not take a checkpoint for a handled event', async () => {
    await store.append([{ stream: 'a', expected: -1, events: someEvents('a', 'c', 2) }]);
    await store.append([{ stream: 'other', expected: -1, events: someEvents('other', 'c', 2) }]);
    let calls = 0;
    const handled = new Collected();
    // The checkpoints of `other` arrive while the first batch is still being handled, then the connection breaks.
    const subscription = store.subscribe(null, ['a'], async (batch) => {
      if (calls++ === 0) {
        standIn.stop();
        await standIn.listen();
      }
      await handled.take(batch);
    });
    await handled.until(2);
    await store.append([{ stream: 'a', expected: 1, events: [anEvent('a', 'd')] }]);
    await handled.until(3);
    await subscription.stop();
    expect(handled.events.map(({ revision }) => revision)).toEqual([0, 1, 2]);
  });
});

describe('a large append', () => {
  it('goes in chunks, and is finished by running it again when it was interrupted', async () => {
    const events = someEvents('a', 'import', 1200);
    const patient = openEventStoreDb(standIn.url, { timeoutMs: 2000, attempts: 2, pauseMs: 10 });
    const unwatch = standIn.log.watch(() => {
      standIn.faults.ignoreAppends = 99;
    });
    await expect(patient.append([{ stream: 'a', expected: -1, events }])).rejects.toBeInstanceOf(StoreUnavailable);
    unwatch();
    await patient.close();
    expect(own()).toHaveLength(500);
    standIn.faults.ignoreAppends = 0;
    const finished = openEventStoreDb(standIn.url);
    expect(await finished.append([{ stream: 'a', expected: -1, events }])).toMatchObject({ revision: 1199 });
    await finished.close();
    expect(own().map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect((await store.verify()).damage).toBeNull();
  });

  it('is finished by another process when its own was killed', async () => {
    const child = startChild('import.ts', standIn.url, 'a');
    await new Promise<void>((resolve) => standIn.log.watch(resolve));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const events = someEvents('a', 'import', 2500);
    const finished = openEventStoreDb(standIn.url);
    await finished.append([{ stream: 'a', expected: -1, events }]);
    await finished.close();
    expect(own().map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect((await store.verify()).damage).toBeNull();
  });

  it('keeps each chunk under the server’s limit', async () => {
    const text = '长'.repeat(100_000);
    const events = someEvents('a', 'c', 5).map((event) => ({ ...event, data: { text } }));
    let most = 0;
    let before = 0;
    standIn.log.watch(() => {
      most = Math.max(most, own().length - before);
      before = own().length;
    });
    await store.append([{ stream: 'a', expected: -1, events }]);
    expect(most).toBe(2);
  });
});

it('never uses the batch append, though the server offers it', async () => {
  await store.append([{ stream: 'a', expected: -1, events: [anEvent('a', 'c')] }]);
  expect(standIn.batchAppends).toBe(0);
});

it('keeps version and chain out of the readers’ sight and refuses metadata that would hide them', async () => {
  const event = { ...anEvent('a', 'c'), version: 3 };
  await store.append([{ stream: 'a', expected: -1, events: [event] }]);
  const [stored] = await all(store.readStream('a'));
  expect(stored).toMatchObject({ version: 3, metadata: { commandId: 'c' } });
  expect(Object.keys(stored!.metadata)).toEqual(['commandId']);
  const hiding = { ...anEvent('a', 'd'), metadata: { juesuan: 1 } };
  await expect(store.append([{ stream: 'a', expected: 0, events: [hiding] }])).rejects.toThrow(TypeError);
});

it('refuses an address that would hide lost races, and one without credentials', () => {
  expect(() => openEventStoreDb('esdb://u:p@h?throw_on_append_failure=False')).toThrow('throwOnAppendFailure');
  expect(() => openEventStoreDb('esdb://h:2113')).toThrow('用户名和密码');
});

it('a stopped subscription that waits for the server ends at once', async () => {
  standIn.stop();
  const subscription = store.subscribe(null, ['a'], async () => undefined);
  await pause(50);
  await subscription.stop();
  await subscription.ended;
});
