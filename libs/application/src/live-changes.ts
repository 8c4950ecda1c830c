import type { EventStore, StoredEvent } from '@juesuan/event-store';
import { type ReadStore, unitYearOf } from '@juesuan/read-store';
import { Inject, Injectable } from '@nestjs/common';
import { Observable, share, type Subscriber } from 'rxjs';
import { Freshness } from './freshness';
import { type HistoryEntry, historyEntry } from './journals';
import { EVENT_STORE, READ_STORE } from './stores';

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
}

const PREFIX = ['budgetYear-'];

/** What happens as it is recorded, for any number of watchers over one subscription to the store. */
@Injectable()
export class LiveChanges {
  private readonly live = new Observable<Changes>((watchers) => {
    const subscription = this.subscribe((changes) => watchers.next(changes));
    subscription.then(({ ended }) => ended).catch((error: unknown) => watchers.error(error));
    return () => void subscription.then((open) => open.stop()).catch(() => undefined);
  }).pipe(share());

  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    private readonly freshness: Freshness,
  ) {}

  /**
   * Every change from now on, or from a position on: then what was recorded since is told first, without gap or double. Errors
   * where the store ends the subscription; the watcher comes again with the last position she has.
   */
  watch(after: string | null): Observable<Changes> {
    return new Observable((watcher) => {
      let seen = after ?? '';
      let held: Changes[] | null = after === null ? null : [];
      const tell = (changes: Changes): void => {
        const fresh = changes.position > seen ? since(seen, changes) : null;
        if (fresh === null) return;
        seen = fresh.position;
        watcher.next(fresh);
      };
      watcher.add(
        this.live.subscribe({
          next: (changes) => (held === null ? tell(changes) : held.push(changes)),
          error: (error) => watcher.error(error),
        }),
      );
      const release = (): void => {
        held?.forEach(tell);
        held = null;
      };
      if (after === null) return;
      this.missed(after, tell, watcher).then(release, (error: unknown) => watcher.error(error));
    });
  }

  /** Tells what was recorded between a position and now; what comes later, the live subscription already has. */
  private async missed(after: string, tell: (changes: Changes) => void, watcher: Subscriber<Changes>): Promise<void> {
    await this.freshness.reach();
    const { position: now } = await this.readStore.checkpoint();
    if (now === null || now <= after || watcher.closed) return;
    await new Promise<void>((resolve, reject) => {
      const subscription = this.events.subscribe(after, PREFIX, async (batch) => {
        const changes = changesOf(batch);
        tell(changes);
        if (changes.position >= now || watcher.closed) resolve();
      });
      subscription.ended.then(resolve, reject);
      watcher.add(() => void subscription.stop());
    });
  }

  private async subscribe(tell: (changes: Changes) => void) {
    await this.freshness.reach();
    const { position } = await this.readStore.checkpoint();
    return this.events.subscribe(position, PREFIX, (batch) => {
      tell(changesOf(batch));
      return Promise.resolve();
    });
  }
}

/** The part of what was recorded that lies past a position. */
const since = (position: string, { changes, ...through }: Changes): Changes => ({
  ...through,
  changes: changes
    .map((change) => ({ ...change, events: change.events.filter((event) => event.position > position) }))
    .filter(({ events }) => events.length > 0),
});

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
