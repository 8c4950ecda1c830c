import {
  balanceKey,
  entriesOf,
  eventReference,
  type Facts,
  factsSaid,
  NO_FACTS,
  type Place,
  type Said,
  saidBy,
  type Unit,
  unitOpened,
} from '@juesuan/account';
import type { Verified } from '@juesuan/event-store';
import { evolve, type LineTotals, read, type RecordedEvent, unopenedYear } from '@juesuan/execution';
import type { BusinessDate, Fen } from '@juesuan/kernel';
import { unitYearOf } from '@juesuan/read-store';

/** A unit's year as its events say it: the lines as the write side has them, and what its entries come to. */
export interface Replayed {
  /** The last event that counted; -1: none. */
  readonly revision: number;
  readonly lines: readonly LineTotals[];
  /** Revisions of the events that stand where none may. */
  readonly afterClosing: readonly number[];
  /** Sums of its entries up to the day asked for, by balanceKey. */
  readonly sums: ReadonlyMap<string, Fen>;
  readonly facts: Facts;
  /** Null where no event opened it. */
  readonly unit: Unit | null;
}

const NOTHING: Replayed = { revision: -1, lines: [], afterClosing: [], sums: new Map(), facts: NO_FACTS, unit: null };
const REOPENS: ReadonlySet<RecordedEvent['type']> = new Set(['FiscalYearReopened']);

/** Who recorded an event changes no line, and reading it would take as long as all the rest. */
const BY_ANYONE = { commandId: '', fingerprint: '', actor: '' };

/** Replays streams event by event, one after another; what a year holds beyond its lines is let go when the next begins. */
export class Replays {
  private readonly done = new Map<string, Replayed>();
  private current: Replay | null = null;

  /** From the first event on that `isLater` a stream's events are left out; `asOf` is the last day whose entries are summed (null: all). */
  constructor(
    private readonly isLater: (stored: Verified) => boolean,
    private readonly asOf: BusinessDate | null,
  ) {}

  take(stored: Verified): void {
    if (this.current?.stream !== stored.stream) {
      this.finish();
      this.current = new Replay(stored.stream, this.asOf);
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
  private revision = -1;
  private state = unopenedYear();
  private readonly afterClosing: number[] = [];
  private readonly sums = new Map<string, Fen>();
  private readonly sayings: [Said, string][] = [];
  private readonly place;

  constructor(
    readonly stream: string,
    private readonly asOf: BusinessDate | null,
  ) {
    this.place = unitYearOf(stream);
  }

  take(stored: Verified): void {
    const event = read({ ...stored, metadata: BY_ANYONE });
    this.revision = stored.revision;
    if (this.state.closed && !REOPENS.has(event.type)) this.afterClosing.push(stored.revision);
    this.state = evolve(this.state, event);
    if (this.place === null) return;
    const said = saidBy(event);
    if (said) this.sayings.push([said, eventReference(this.place.unit, this.place.year, stored.revision)]);
    this.sum(event, { ...this.place, revision: stored.revision });
  }

  private sum(event: RecordedEvent, place: Place): void {
    for (const entry of entriesOf(event, place)) {
      if (this.asOf !== null && entry.date > this.asOf) continue;
      const key = balanceKey(entry);
      this.sums.set(key, (this.sums.get(key) ?? 0) + entry.amount);
    }
  }

  replayed(): Replayed {
    const { lines, opened, closed } = this.state;
    return {
      revision: this.revision,
      lines: [...lines.values()],
      afterClosing: this.afterClosing,
      sums: this.sums,
      facts: factsSaid(this.sayings),
      unit: opened && unitOpened(opened.unitCode, opened, closed),
    };
  }
}
