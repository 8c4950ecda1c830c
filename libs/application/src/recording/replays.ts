import type { Verified } from '@juesuan/event-store';
import { evolve, type LineTotals, read, type RecordedEvent, unopenedYear } from '@juesuan/execution';

/** A unit's year as its events say it: the lines as the write side has them. */
export interface Replayed {
  readonly lines: readonly LineTotals[];
  /** Revisions of the events that stand where none may. */
  readonly afterClosing: readonly number[];
}

const NOTHING: Replayed = { lines: [], afterClosing: [] };
const REOPENS: ReadonlySet<RecordedEvent['type']> = new Set(['FiscalYearReopened']);

/** Who recorded an event changes no line, and reading it would take as long as all the rest. */
const BY_ANYONE = { commandId: '', fingerprint: '', actor: '' };

/** Replays streams event by event, one after another; what a year holds beyond its lines is let go when the next begins. */
export class Replays {
  private readonly done = new Map<string, Replayed>();
  private current: Replay | null = null;

  /** From the first event on that `isLater` a stream's events are left out. */
  constructor(private readonly isLater: (stored: Verified) => boolean) {}

  take(stored: Verified): void {
    if (this.current?.stream !== stored.stream) {
      this.finish();
      this.current = new Replay(stored.stream);
    }
    if (this.isLater(stored)) this.current.isOver = true;
    if (!this.current.isOver) this.current.take(stored);
  }

  of(stream: string): Replayed {
    this.finish();
    return this.done.get(stream) ?? NOTHING;
  }

  private finish(): void {
    if (this.current !== null) this.done.set(this.current.stream, this.current.replayed());
    this.current = null;
  }
}

class Replay {
  isOver = false;
  private state = unopenedYear();
  private readonly afterClosing: number[] = [];

  constructor(readonly stream: string) {}

  take(stored: Verified): void {
    const event = read({ ...stored, metadata: BY_ANYONE });
    if (this.state.closed && !REOPENS.has(event.type)) this.afterClosing.push(stored.revision);
    this.state = evolve(this.state, event);
  }

  replayed(): Replayed {
    return { lines: [...this.state.lines.values()], afterClosing: this.afterClosing };
  }
}
