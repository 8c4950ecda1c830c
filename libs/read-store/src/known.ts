import { type EventStore, recordedUntil, type StoredEvent } from '@juesuan/event-store';
import { openReadStore } from './open';
import type { Reading } from './read-store';

const BATCH = 2000;

/**
 * What a read store would answer that held the events of some streams recorded until an instant, and no others. It is one: kept in
 * memory, filled and asked by the same code as the one that serves. Nothing needs closing: what nobody names any more is let go.
 */
export async function readingKnownAt(
  events: EventStore,
  streams: readonly string[],
  instant: string,
): Promise<Reading> {
  const store = await openReadStore({ sqliteFile: ':memory:' });
  let waiting: StoredEvent[] = [];
  for await (const run of recordedUntil(events, streams, instant)) {
    waiting.push(...run);
    if (waiting.length < BATCH) continue;
    await store.project(waiting);
    waiting = [];
  }
  await store.project(waiting);
  return store;
}
