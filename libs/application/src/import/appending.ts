import { type Append, eventId, type EventStore, type NewEvent, WrongExpectedRevision } from '@juesuan/event-store';
import { budgetYearStream, type RecordedEvent } from '@juesuan/execution';
import { importStream } from '@juesuan/read-store';
import { toNewEvents } from '../recording/new-events';

/** What an import appends, unit by unit, each at the revision it was decided on. */
export interface Shares {
  readonly year: number;
  /** Digest of what the import says: the same again is the same import, whatever the order of its rows. */
  readonly content: string;
  readonly events: ReadonlyMap<string, readonly RecordedEvent[]>;
  readonly revisions: ReadonlyMap<string, number>;
}

/** How many events an import records. */
export const countOf = ({ events }: Pick<Shares, 'events'>): number =>
  [...events.values()].reduce((sum, list) => sum + list.length, 0);

/** What an import recorded: how many events, and a position that they have been recorded by (null: nothing was). */
export interface Recorded {
  readonly recorded: number;
  readonly position: string | null;
}

/**
 * Appends in one transaction where the store has them; else marked as begun first and as completed last. Where the race is lost
 * on a store without transactions, `onHalf` is told how many events stand recorded all the same.
 */
export async function appendShares(
  store: EventStore,
  shares: Shares,
  onHalf: (recorded: number) => void,
): Promise<Recorded> {
  const total = countOf(shares);
  const { stream, begun } = await marksOf(store, shares.content);
  if (total === 0 && !begun) return { recorded: 0, position: null };
  const own = [...shares.events].map(([unit, events]) => appendOf(shares, unit, events));
  const started = { year: shares.year, units: [...shares.events.keys()], events: total };
  const first = begun ? [] : [mark(stream, -1, 'ImportStarted', started)];
  try {
    const { position } = await store.append([...first, ...own, mark(stream, 0, 'ImportCompleted', {})]);
    return { recorded: total, position };
  } catch (error) {
    if (error instanceof WrongExpectedRevision && !store.atomic) onHalf(await recordedOf(store, own));
    throw error;
  }
}

/**
 * Where an import's marks go: where it was begun and not completed, else a stream of its own. What was said once, then otherwise,
 * then again as at first has the same content twice, and is begun and completed twice. (The revisions it was decided on would tell
 * the two apart as well, but not the second from its own rest, once it was interrupted.)
 */
async function marksOf(store: EventStore, content: string): Promise<{ stream: string; begun: boolean }> {
  for (let before = 0; ; before++) {
    const stream = importStream(before === 0 ? content : `${content}.${before}`);
    let marks = 0;
    for await (const batch of store.readStream(stream)) marks += batch.length;
    if (marks < 2) return { stream, begun: marks === 1 };
  }
}

/** How many of the events stand where they were to stand. */
async function recordedOf(store: EventStore, appends: readonly Append[]): Promise<number> {
  let recorded = 0;
  for (const { stream, expected, events } of appends) {
    const ids = new Set(events.map(({ id }) => id));
    for await (const batch of store.readStream(stream, expected + 1)) {
      recorded += batch.filter(({ id }) => ids.has(id)).length;
    }
  }
  return recorded;
}

function appendOf({ year, revisions }: Shares, unit: string, events: readonly RecordedEvent[]): Append {
  const stream = budgetYearStream(unit, year);
  return { stream, expected: revisions.get(unit) ?? -1, events: toNewEvents(stream, events) };
}

function mark(stream: string, expected: number, type: string, data: NewEvent['data']): Append {
  return { stream, expected, events: [{ id: eventId(stream, type, 0), type, version: 1, data, metadata: {} }] };
}
