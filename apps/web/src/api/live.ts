import { send } from './client';

/** What was recorded on one unit's year, as the service tells it live. */
export interface Recorded {
  readonly unit: string;
  readonly year: number;
  readonly count: number;
}

export type LiveState = 'connected' | 'lost';

const RETRY_MS = 2_000;

/**
 * Follows what is recorded, across lost connections: goes on after the last event seen. Browsers' EventSource cannot send an
 * access token, so the stream is read with fetch.
 */
export function follow(onRecorded: (recorded: Recorded) => void, onState: (state: LiveState) => void): () => void {
  const stopping = new AbortController();
  let last: string | null = null;
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        for await (const { id, event, data } of eventsOf(await open(last, stopping.signal, onState))) {
          last = id ?? last;
          if (event === 'recorded') onRecorded(JSON.parse(data) as Recorded);
        }
      } catch {
        onState('lost');
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  };
  void run();
  return () => stopping.abort();
}

async function open(last: string | null, signal: AbortSignal, onState: (state: LiveState) => void): Promise<Response> {
  const headers = { Accept: 'text/event-stream', ...(last === null ? {} : { 'Last-Event-ID': last }) };
  const response = await send(new Request('/api/live', { headers, signal }));
  if (!response.ok) throw new Error(`live: ${response.status}`);
  onState('connected');
  return response;
}

interface ServerEvent {
  readonly id: string | null;
  readonly event: string;
  readonly data: string;
}

/** The events of a text/event-stream, as they come. */
export async function* eventsOf({ body }: Response): AsyncGenerator<ServerEvent> {
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let open = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    open += value;
    const whole = open.split('\n\n');
    open = whole.pop() ?? '';
    for (const text of whole) yield parsed(text);
  }
}

function parsed(text: string): ServerEvent {
  const lines = text.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line) ?? []);
  const of = (name: string): string[] => lines.filter(([, field]) => field === name).map(([, , value = '']) => value);
  return { id: of('id').at(-1) ?? null, event: of('event').at(-1) ?? 'message', data: of('data').join('\n') };
}
