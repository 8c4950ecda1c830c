import { setTimeout as pause } from 'node:timers/promises';
import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { type StoredEvent, type Subscription } from '../port';
import { mayPass } from './failures';
import { positionIn } from './position';
import { isWanted } from './reading';
import { toStored } from './stored-form';

const MOST_AT_ONCE = 500;
const LONGEST_PAUSE_MS = 5000;
type Resolved = Pick<AllStreamResolvedEvent, 'event'>;
type OnBatch = (events: readonly StoredEvent[]) => Promise<void>;

/**
 * Follows $all and supervises the client's subscription, which never comes back by itself: a new one begins after the last
 * event that was handled. The client's checkpoints are not used: they run ahead of what was handled.
 */
export class Follower implements Subscription {
  readonly ended: Promise<void>;
  private readonly stopping = new AbortController();
  private failures = 0;

  constructor(
    private readonly client: EventStoreDBClient,
    private last: string | null,
    private readonly prefixes: readonly string[],
    private readonly onBatch: OnBatch,
    private readonly pauseMs: number,
  ) {
    this.ended = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    // How it ended is told by `ended`; stopping succeeds either way.
    await this.ended.catch(() => undefined);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const failure = await this.followOnce();
      if (failure !== null && !signal.aborted && !mayPass(failure)) throw failure;
      const ms = Math.min(this.pauseMs * 2 ** this.failures++, LONGEST_PAUSE_MS);
      // Cut short by stop().
      await pause(ms, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One subscription of the client, until it breaks. Answers what broke it; the handler's error is thrown. */
  private async followOnce(): Promise<Error | null> {
    const source = this.open();
    // It may fail once more after it was given up; unheard, that would end the process.
    source.on('error', () => undefined);
    const stop = (): void => void source.destroy();
    this.stopping.signal.addEventListener('abort', stop);
    let handling = false;
    try {
      for await (const first of source) {
        handling = true;
        await this.handle(this.fresh(first, source));
        handling = false;
        if (this.stopping.signal.aborted) break;
      }
      return null;
    } catch (error) {
      if (handling) throw error;
      return error as Error;
    } finally {
      this.stopping.signal.removeEventListener('abort', stop);
      await source.unsubscribe().catch(() => undefined);
    }
  }

  private open(): AllStreamSubscription {
    const fromPosition = this.last === null ? START : positionIn(this.last);
    const filter = streamNameFilter({ prefixes: [...this.prefixes] });
    return this.client.subscribeToAll({ fromPosition, filter }, { highWaterMark: MOST_AT_ONCE });
  }

  /** The event and what has arrived behind it, without what was handled before. */
  private fresh(first: Resolved, source: AllStreamSubscription): StoredEvent[] {
    const batch: StoredEvent[] = [];
    let next: Resolved | null = first;
    while (next !== null) {
      if (next.event && isWanted(next.event.streamId, this.prefixes)) {
        const event = toStored(next.event);
        if (this.last === null || event.position > this.last) batch.push(event);
      }
      next = batch.length < MOST_AT_ONCE ? (source.read() as Resolved | null) : null;
    }
    return batch;
  }

  private async handle(batch: readonly StoredEvent[]): Promise<void> {
    if (batch.length === 0) return;
    await this.onBatch(batch);
    this.last = batch.at(-1)?.position ?? this.last;
    this.failures = 0;
  }
}
