import { eventsOf, type ServerEvent } from './server-events';

export type LineState = 'connected' | 'lost';

/** Opens the stream, to be told what came after a position. */
export type Listen = (after: string | null, signal: AbortSignal) => Promise<Response>;

interface Hearer {
  /** `connected`, for the first time or again: what happened while the line was down may never be told. */
  readonly onState: (state: LineState) => void;
  readonly onTold: (told: ServerEvent) => void;
}

const RETRY_MS = 2_000;
/** The service beats every 20 seconds: after a minute of silence nobody is there any more. */
const SILENCE_MS = 60_000;

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, RETRY_MS));

/**
 * Hears a stream until the returned function is called, across connections that break off, end or fall silent: goes on each time
 * after the last position told. Browsers' EventSource cannot send an access token, so the stream is read with fetch.
 */
export function hearSteadily(listen: Listen, { onState, onTold }: Hearer): () => void {
  let [stopped, line, last]: [boolean, AbortController, string | null] = [false, new AbortController(), null];
  const hear = async (): Promise<void> => {
    const silence = new Silence(line);
    try {
      const response = await listen(last, line.signal);
      if (!response.ok || stopped) return;
      onState('connected');
      for await (const told of eventsOf(response)) {
        silence.broken();
        last = told.id || last;
        onTold(told);
      }
    } finally {
      silence.over();
    }
  };
  void (async () => {
    for (; !stopped; line = new AbortController()) {
      await hear().catch(() => undefined);
      if (stopped) return;
      onState('lost');
      await rest();
    }
  })();
  return () => {
    stopped = true;
    line.abort();
  };
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
