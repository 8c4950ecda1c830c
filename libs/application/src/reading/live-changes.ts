import type { EventStore, StoredEvent } from '@juesuan/event-store';
import { FOLLOWED_PREFIXES, type ReadStore, unitYearOf } from '@juesuan/read-store';
import { Inject, Injectable } from '@nestjs/common';
import {
  buffer,
  concat,
  concatMap,
  connect,
  EMPTY,
  from,
  map,
  Observable,
  of,
  ReplaySubject,
  share,
  throttleTime,
  type OperatorFunction,
} from 'rxjs';
import { Freshness } from './freshness';
import { type HistoryEntry, historyEntry } from './journals';
import { EVENT_STORE, READ_STORE } from '../stores';

/** What was recorded on one unit's year, in one batch. */
export interface Change {
  readonly unit: string;
  readonly year: number;
  readonly events: readonly HistoryEntry[];
}

/** What was recorded together; whoever has seen it goes on after `position`. */
export interface Changes {
  readonly position: string;
  readonly changes: readonly Change[];
  /** Of the first only: the log holds no such position as she asked to go on from, so what she was told before may no longer hold. */
  readonly anew?: true;
}

/** So many events in the order of the log, up to `position`. */
interface Batch {
  readonly position: string;
  readonly events: readonly StoredEvent[];
}

/** What follows a change within so long is told with one message: many commands times many watchers would be more than a core can send. */
const TOGETHER_MS = 200;

/** What happens as it is recorded, for any number of watchers over one subscription to the store. */
@Injectable()
export class LiveChanges {
  /** Who comes later first hears how far the others have been told; everything after that follows. */
  private readonly live = new Observable<Batch>((watchers) => {
    const subscription = this.subscribe((batch) => watchers.next(batch));
    subscription.then(({ ended }) => ended).catch((error: unknown) => watchers.error(error));
    return () => void subscription.then((open) => open.stop()).catch(() => undefined);
  }).pipe(together(TOGETHER_MS), map(changesOf), share({ connector: () => new ReplaySubject(1) }));

  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    private readonly freshness: Freshness,
  ) {}

  /**
   * First, with no changes, the position from which on everything is told; then every change, without gap or double. It begins at
   * `after` where that is a position already told, else at what is recorded now, and `anew` where the log has no such position.
   * Errors where the store ends the subscription; the watcher comes again with the last position she has.
   */
  watch(after: string | null): Observable<Changes> {
    return this.live.pipe(
      concatMap((changes, index) => (index > 0 ? of(changes) : this.begin(after, changes.position))),
    );
  }

  private begin(after: string | null, now: string): Observable<Changes> {
    if (after === null) return of({ position: now, changes: [] });
    if (!this.events.isPosition(after)) return of({ position: now, changes: [], anew: true });
    // Ahead of what is told here, but recorded: she was told by a process that is faster.
    if (after >= now) return from(this.ahead(after, now));
    return concat(of({ position: after, changes: [] }), this.missed(after, now));
  }

  private async ahead(after: string, now: string): Promise<Changes> {
    const begun = { position: now, changes: [] };
    return (await this.freshness.isRecorded(after)) ? begun : { ...begun, anew: true };
  }

  /** What was recorded after a position and until now; what comes later, the live subscription has. */
  private missed(after: string, now: string): Observable<Changes> {
    return new Observable((watcher) => {
      const subscription = this.events.subscribe(after, FOLLOWED_PREFIXES, (batch) => {
        const events = batch.filter(({ position }) => position <= now);
        const position = events.at(-1)?.position;
        if (position !== undefined) watcher.next(changesOf({ position, events }));
        if ((batch.at(-1)?.position ?? '') >= now) watcher.complete();
        return Promise.resolve();
      });
      subscription.ended.catch((error: unknown) => watcher.error(error));
      return () => void subscription.stop();
    });
  }

  private async subscribe(tell: (batch: Batch) => void) {
    await this.freshness.reach();
    const { position } = await this.readStore.checkpoint();
    tell({ position: position ?? '', events: [] });
    return this.events.subscribe(position, FOLLOWED_PREFIXES, (events) => {
      const last = events.at(-1);
      if (last) tell({ position: last.position, events });
      return Promise.resolve();
    });
  }
}

/** Passes on the first batch at once, and whatever comes within `ms` after one that was passed on as one more. */
const together = (ms: number): OperatorFunction<Batch, Batch> =>
  connect((batches) =>
    batches.pipe(
      buffer(batches.pipe(throttleTime(ms, undefined, { leading: true, trailing: true }))),
      concatMap((waiting) => {
        const last = waiting.at(-1);
        return last ? of({ position: last.position, events: waiting.flatMap(({ events }) => events) }) : EMPTY;
      }),
    ),
  );

function changesOf({ position, events }: Batch): Changes {
  const changes = new Map<string, { unit: string; year: number; events: HistoryEntry[] }>();
  for (const stored of events) {
    const place = unitYearOf(stored.stream);
    if (!place) continue;
    const change = changes.get(stored.stream) ?? { ...place, events: [] };
    change.events.push(historyEntry(stored, place.unit, place.year));
    changes.set(stored.stream, change);
  }
  return { position, changes: [...changes.values()] };
}
