import type { EventStore, StoredEvent } from '@juesuan/event-store';
import { FOLLOWED_PREFIXES, type ReadStore, unitYearOf } from '@juesuan/read-store';
import { Inject, Injectable } from '@nestjs/common';
import { concat, concatMap, from, Observable, of, ReplaySubject, share } from 'rxjs';
import { Freshness } from './freshness';
import { type HistoryEntry, historyEntry } from './journals';
import { EVENT_STORE, READ_STORE } from '../stores';

/** What was recorded on one unit's year, in one batch. */
export interface Change {
  readonly unit: string;
  readonly year: number;
  readonly events: readonly HistoryEntry[];
}

/** What was recorded at once; whoever has seen it goes on after `position`. */
export interface Changes {
  readonly position: string;
  readonly changes: readonly Change[];
  /** Of the first only: the log holds no such position as she asked to go on from, so what she was told before may no longer hold. */
  readonly anew?: true;
}

/** What happens as it is recorded, for any number of watchers over one subscription to the store. */
@Injectable()
export class LiveChanges {
  /** Who comes later first hears how far the others have been told; everything after that follows. */
  private readonly live = new Observable<Changes>((watchers) => {
    const subscription = this.subscribe((changes) => watchers.next(changes));
    subscription.then(({ ended }) => ended).catch((error: unknown) => watchers.error(error));
    return () => void subscription.then((open) => open.stop()).catch(() => undefined);
  }).pipe(share({ connector: () => new ReplaySubject(1) }));

  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    private readonly freshness: Freshness,
  ) {}

  /**
   * First, with no changes, the position from which on everything is told; then every change, without gap or double. It begins at
   * `after` where that is a position already told, else at what is recorded now, and `anew` where the log has no such position. Errors where the store ends the
   * subscription; the watcher comes again with the last position she has.
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
        const until = batch.filter(({ position }) => position <= now);
        if (until.length > 0) watcher.next(changesOf(until));
        if ((batch.at(-1)?.position ?? '') >= now) watcher.complete();
        return Promise.resolve();
      });
      subscription.ended.catch((error: unknown) => watcher.error(error));
      return () => void subscription.stop();
    });
  }

  private async subscribe(tell: (changes: Changes) => void) {
    await this.freshness.reach();
    const { position } = await this.readStore.checkpoint();
    tell({ position: position ?? '', changes: [] });
    return this.events.subscribe(position, FOLLOWED_PREFIXES, (batch) => {
      tell(changesOf(batch));
      return Promise.resolve();
    });
  }
}

function changesOf(batch: readonly StoredEvent[]): Changes {
  const changes = new Map<string, { unit: string; year: number; events: HistoryEntry[] }>();
  for (const stored of batch) {
    const place = unitYearOf(stored.stream);
    if (!place) continue;
    const change = changes.get(stored.stream) ?? { ...place, events: [] };
    change.events.push(historyEntry(stored, place.unit, place.year));
    changes.set(stored.stream, change);
  }
  return { position: batch.at(-1)?.position ?? '', changes: [...changes.values()] };
}
