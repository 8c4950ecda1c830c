import { eventId } from '../src/event-id';
import {
  type EventStore,
  type Happened,
  type JsonObject,
  type NewEvent,
  type StoredEvent,
  WrongExpectedRevision,
} from '../src/port';

/** The n-th thing one command says about a stream. */
export const anEvent = (stream: string, commandId: string, index = 0, data: JsonObject = { index }): NewEvent => ({
  id: eventId(stream, commandId, index),
  type: 'PaymentMade',
  version: 1,
  data,
  metadata: { commandId },
});

export const someEvents = (stream: string, commandId: string, count: number): NewEvent[] =>
  Array.from({ length: count }, (_, index) => anEvent(stream, commandId, index));

/** What a test knows to be there. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing there');
  return value;
}

export async function all<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

/** Appends one event wherever the stream stands, as a command handler would: load, decide, lose the race, load again. */
export async function appendSomehow(store: EventStore, stream: string, commandId: string): Promise<void> {
  for (;;) {
    const expected = (await all(store.readStream(stream))).length - 1;
    try {
      await store.append([{ stream, expected, events: [anEvent(stream, commandId)] }]);
      return;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
  }
}

/** Collects what a subscription hands out; `until` resolves once that many events came. */
export class Collected {
  readonly events: StoredEvent[] = [];
  private waiting: { count: number; resolve: () => void }[] = [];

  readonly take = async (batch: readonly StoredEvent[]): Promise<void> => {
    this.events.push(...batch);
    for (const { count, resolve } of this.waiting) if (this.events.length >= count) resolve();
  };

  until(count: number): Promise<void> {
    if (this.events.length >= count) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push({ count, resolve }));
  }
}

/** An event without who recorded it and how it is chained: what readAll gives of it. */
export const happened = ({ position, stream, revision, type, version, data }: Happened): Happened => ({
  position,
  stream,
  revision,
  type,
  version,
  data,
});
