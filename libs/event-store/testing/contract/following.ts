import { all, anEvent, Collected, happened, must, someEvents } from '../events';
import { type Harness } from './harness';

export function followsWithoutGapOrDouble(harness: Harness): void {
  it('catches up and follows, whoever appends', async () => {
    const { store, prefix } = harness;
    const stream = harness.stream('a');
    const collected = new Collected();
    await store.append([{ stream, expected: -1, events: someEvents(stream, 'before', 1100) }]);
    const subscription = store.subscribe(null, [prefix], collected.take);
    await collected.until(1100);
    await store.append([{ stream, expected: 1099, events: someEvents(stream, 'after', 3) }]);
    await collected.until(1103);
    await harness.open().append([{ stream, expected: 1102, events: [anEvent(stream, 'elsewhere')] }]);
    await collected.until(1104);
    await subscription.stop();
    await subscription.ended;
    expect(collected.events.map(happened)).toEqual((await all(store.readAll(null, [prefix]))).map(happened));
  });
}

export function followsOnFromAPosition(harness: Harness): void {
  it('goes on from a position after restarts, batch after batch', async () => {
    const stream = harness.stream('a');
    const seen: string[] = [];
    let position: string | null = null;
    for (let round = 0; round < 5; round++) {
      const store = harness.open();
      await store.append([{ stream, expected: round * 3 - 1, events: someEvents(stream, `c${round}`, 3) }]);
      const collected = new Collected();
      const subscription = store.subscribe(position, [harness.prefix], collected.take);
      await collected.until(3);
      await subscription.stop();
      seen.push(...collected.events.map(({ id }) => id));
      position = must(collected.events.at(-1)).position;
      await store.close();
    }
    expect(seen).toEqual((await all(harness.store.readStream(stream))).map(({ id }) => id));
  });

  it('knows its own positions from other texts', async () => {
    const stream = harness.stream('a');
    const { position } = await harness.store.append([{ stream, expected: -1, events: someEvents(stream, 'c', 1) }]);
    for (const text of ['', '30', 'x', ` ${position}`, `${position}0`])
      expect({ text, position: harness.store.isPosition(text) }).toEqual({ text, position: false });
    expect(harness.store.isPosition(position)).toBe(true);
  });
}

export function knowsWhereItEnds(harness: Harness): void {
  it('knows the end of its log, whoever appended last', async () => {
    const stream = harness.stream('a');
    const append = (round: number) =>
      harness.open().append([{ stream, expected: round * 3 - 1, events: someEvents(stream, `c${round}`, 3) }]);
    const before = await harness.store.end();
    const { position } = await append(0);
    expect(await harness.store.end()).toBe(position);
    expect((before ?? '') < position).toBe(true);
    const later = await append(1);
    expect(await harness.store.end()).toBe(later.position);
  });
}

export function handlesOneAtATime(harness: Harness): void {
  it('awaits the handler before it hands out more, and stop awaits it too', async () => {
    const { store } = harness;
    const stream = harness.stream('a');
    let inside = 0;
    let most = 0;
    let handled = 0;
    const entered = new Collected();
    const subscription = store.subscribe(null, [harness.prefix], async (batch) => {
      most = Math.max(most, ++inside);
      await entered.take(batch);
      await new Promise((resolve) => setImmediate(resolve));
      inside--;
      handled += batch.length;
    });
    for (let index = 0; index < 30; index++) {
      await store.append([{ stream, expected: index - 1, events: [anEvent(stream, `c${index}`)] }]);
    }
    await entered.until(30);
    await subscription.stop();
    expect({ most, inside, handled }).toEqual({ most: 1, inside: 0, handled: 30 });
  });
}

export function endsWithAnError(harness: Harness): void {
  it('ends with the handler’s error', async () => {
    const stream = harness.stream('a');
    let calls = 0;
    const subscription = harness.store.subscribe(null, [harness.prefix], async () => {
      calls++;
      throw new Error('unknown event');
    });
    await harness.store.append([{ stream, expected: -1, events: [anEvent(stream, 'c')] }]);
    await expect(subscription.ended).rejects.toThrow('unknown event');
    await harness.store.append([{ stream, expected: 0, events: [anEvent(stream, 'd')] }]);
    await subscription.stop();
    expect(calls).toBe(1);
  });

  it('ends in peace when the store is closed', async () => {
    const store = harness.open();
    const collected = new Collected();
    const subscription = store.subscribe(null, [harness.prefix], collected.take);
    const stream = harness.stream('a');
    await store.append([{ stream, expected: -1, events: [anEvent(stream, 'c')] }]);
    await collected.until(1);
    await store.close();
    await subscription.ended;
  });
}
