/** An event as the stand-in's server keeps it: bytes and all, so that tests can change any of them. */
export interface LogEvent {
  id: string;
  stream: string;
  revision: number;
  type: string;
  contentType: string;
  data: Uint8Array;
  metadata: Uint8Array;
  created: Date;
  position: bigint;
}

export type Proposed = Pick<LogEvent, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

/** What the server answers to an append. */
export type AppendOutcome =
  { readonly revision: number; readonly position: bigint | null } | { readonly wrong: true; readonly current: number };

/** The server's log: one sequence over all streams, system streams among them, as a real one has. */
export class Log {
  readonly events: LogEvent[] = [];
  private readonly watchers = new Set<() => void>();
  private end = 0n;

  constructor() {
    this.record('$settings', [
      { id: '00000000-0000-4000-8000-000000000000', type: '$init', contentType: 'application/json', ...empty() },
    ]);
  }

  /** Atomic; known ids at the expected place answer as the first time, as EventStoreDB does. */
  append(stream: string, expected: number, proposed: readonly Proposed[]): AppendOutcome {
    const own = this.stream(stream);
    const current = own.length - 1;
    if (current === expected) return this.record(stream, proposed);
    const there = own.slice(expected + 1, expected + 1 + proposed.length);
    const known = there.length === proposed.length && there.every(({ id }, index) => id === proposed[index]?.id);
    return known ? { revision: expected + proposed.length, position: null } : { wrong: true, current };
  }

  stream(name: string): LogEvent[] {
    return this.events.filter(({ stream }) => stream === name);
  }

  /** Calls back after each append, until the returned function is called. */
  watch(onAppend: () => void): () => void {
    this.watchers.add(onAppend);
    return () => this.watchers.delete(onAppend);
  }

  private record(stream: string, proposed: readonly Proposed[]): AppendOutcome {
    let revision = this.stream(stream).length - 1;
    for (const event of proposed) {
      // Positions are places in a file of bytes: they grow by uneven steps.
      this.end += BigInt(64 + event.data.length + event.metadata.length);
      this.events.push({ ...event, stream, revision: ++revision, created: new Date(), position: this.end });
    }
    for (const onAppend of [...this.watchers]) onAppend();
    return { revision, position: this.end };
  }
}

const empty = () => ({ data: new TextEncoder().encode('{}'), metadata: new Uint8Array() });
