import { eventsOf, type ServerEvent } from './server-events';

/** What was recorded on one unit's year, as the service tells it live. */
export interface Recorded {
  readonly unit: string;
  readonly year: number;
  readonly count: number;
}

export type LiveState = 'connected' | 'lost';

/** Opens the stream, to be told what came after a position. */
type Listen = (after: string | null, signal: AbortSignal) => Promise<Response>;

interface Watcher {
  /** `connected`, for the first time or again: what happened while the line was down may never be told. */
  readonly onState: (state: LiveState) => void;
  /** What is recorded has come this far. */
  readonly onPosition: (position: string) => void;
  readonly onRecorded: (recorded: Recorded) => void;
}

const RETRY_MS = 2_000;
/** The service beats every 20 seconds: after a minute of silence nobody is there any more. */
const SILENCE_MS = 60_000;

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, RETRY_MS));

/**
 * Follows what is recorded until the returned function is called, across connections that break off, end or fall silent: goes on
 * each time after the last position told. Browsers' EventSource cannot send an access token, so the stream is read with fetch.
 */
export function follow(listen: Listen, watcher: Watcher): () => void {
  let [stopped, line, last]: [boolean, AbortController, string | null] = [false, new AbortController(), null];
  const hear = async (): Promise<void> => {
    line = new AbortController();
    const silence = new Silence(line);
    try {
      const response = await listen(last, line.signal);
      if (!response.ok || stopped) return;
      watcher.onState('connected');
      for await (const told of eventsOf(response)) {
        silence.broken();
        last = told.id || last;
        tell(watcher, told);
      }
    } finally {
      silence.over();
    }
  };
  void (async () => {
    while (!stopped) {
      await hear().catch(() => undefined);
      if (!stopped) watcher.onState('lost');
      await rest();
    }
  })();
  return () => {
    stopped = true;
    line.abort();
  };
}

function tell({ onPosition, onRecorded }: Watcher, { id, event, data }: ServerEvent): void {
  if (id !== '') onPosition(id);
  if (event === 'recorded') onRecorded(JSON.parse(data) as Recorded);
}

/** Cuts a line on which nothing was heard for too long. */
class Silence {
  private timer = this.begin();

  constructor(private readonly line: AbortController) {}

  broken(): void {
    this.over();
    this.timer = this.begin();
  }

  over(): void {
    clearTimeout(this.timer);
  }

  private begin(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.line.abort(), SILENCE_MS);
  }
}
