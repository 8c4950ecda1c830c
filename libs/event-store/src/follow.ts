import { type StoredEvent, type Subscription } from './port';

type OnBatch = (events: readonly StoredEvent[]) => Promise<void>;

/** What was read: the events wanted, and how far was looked, which may be further. */
export interface Page {
  readonly events: readonly StoredEvent[];
  readonly through: string;
}

/** Where a follower waits for more. */
export interface News {
  /** Counts what arrived; read it before reading events, so that nothing arriving meanwhile is slept over. */
  readonly count: number;
  /** Resolves once the count differs from the one given, or the signal is aborted. */
  after(count: number, signal: AbortSignal): Promise<void>;
}

/**
 * Follows a store that can be read on from a position: reads to the end, waits for news, reads on. Each batch is handled
 * before the next one is read, so there is neither gap nor double; an error of the handler or the store ends it.
 */
export function follow(
  after: string | null,
  read: (after: string | null) => AsyncIterable<Page>,
  onBatch: OnBatch,
  news: News,
): Subscription {
  const stopping = new AbortController();
  const ended = run(stopping.signal);
  return {
    ended,
    stop: async () => {
      stopping.abort();
      // How it ended is told by `ended`; stopping succeeds either way.
      await ended.catch(() => undefined);
    },
  };

  async function run(signal: AbortSignal): Promise<void> {
    let last = after;
    while (!signal.aborted) {
      const seen = news.count;
      for await (const { events, through } of read(last)) {
        if (signal.aborted) return;
        if (events.length > 0) await onBatch(events);
        last = through;
      }
      await news.after(seen, signal);
    }
  }
}
