import {
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  type ResolvedEvent,
  START,
  type StreamingRead,
} from '@eventstore/db-client';
import { type StoredEvent } from '../port';
import { type Patience, persist } from './failures';
import { positionIn, positionText } from './position';
import { toStored } from './stored-form';

const PAGE = 1000;

/** Reads in pages, each with a deadline and a few attempts; a stream that does not exist is empty. */
export class Reading {
  constructor(
    private readonly client: EventStoreDBClient,
    private readonly patience: Patience,
  ) {}

  async *stream(stream: string, from: number): AsyncIterable<readonly StoredEvent[]> {
    for (let next = from; ; next += PAGE) {
      const events = await this.streamPage(stream, next, PAGE);
      if (events.length > 0) yield events;
      if (events.length < PAGE) return;
    }
  }

  async streamPage(stream: string, from: number, count: number): Promise<readonly StoredEvent[]> {
    const fromRevision = BigInt(from);
    const read = () => this.client.readStream(stream, { fromRevision, maxCount: count, direction: FORWARDS });
    return (await this.collect(read)).map(toStored);
  }

  /** The last event of a stream. */
  async last(stream: string): Promise<StoredEvent | undefined> {
    const read = () => this.client.readStream(stream, { fromRevision: END, maxCount: 1, direction: BACKWARDS });
    return (await this.collect(read)).map(toStored)[0];
  }

  /**
   * $all from a position on, without the server's own events. A read begins with the event at the position itself, so one
   * more is asked for and what is not later is left out.
   */
  async *all(after: string | null, prefixes: readonly string[], size = PAGE): AsyncIterable<readonly StoredEvent[]> {
    for (let last = after; ;) {
      const fromPosition = last === null ? START : positionIn(last);
      const found = await this.collect(() => this.client.readAll({ fromPosition, maxCount: size + 1 }));
      const later = found.filter(({ position }) => position && (last === null || positionText(position) > last));
      const wanted = later.filter(({ streamId }) => isWanted(streamId, prefixes));
      if (wanted.length > 0) yield wanted.map(toStored);
      const { position } = later.at(-1) ?? {};
      if (position === undefined || found.length <= size) return;
      last = positionText(position);
    }
  }

  /** The position of the last event of $all, the server's own among them. */
  async end(): Promise<string | null> {
    const [last] = await this.collect(() =>
      this.client.readAll({ fromPosition: END, maxCount: 1, direction: BACKWARDS }),
    );
    return last?.position ? positionText(last.position) : null;
  }

  private collect<E extends ResolvedEvent>(open: () => StreamingRead<E>): Promise<NonNullable<E['event']>[]> {
    return persist(this.patience, async (signal) => {
      const read = open();
      signal.addEventListener('abort', () => void read.cancel().catch(() => undefined));
      const events: NonNullable<E['event']>[] = [];
      try {
        for await (const { event } of read) if (event) events.push(event);
      } catch (error) {
        if ((error as { type?: string }).type === 'stream-not-found') return [];
        throw error;
      }
      return events;
    });
  }
}

/** `$…` are the server's own streams. */
export const isWanted = (stream: string, prefixes: readonly string[]): boolean =>
  !stream.startsWith('$') && prefixes.some((prefix) => stream.startsWith(prefix));
