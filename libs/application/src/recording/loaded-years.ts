import type { EventStore } from '@juesuan/event-store';
import { type BudgetYear, evolve, read, unopenedYear } from '@juesuan/execution';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { Snapshots } from './snapshots';
import { EVENT_STORE } from '../stores';
import { Turns } from './turns';

/** A year as its events made it, and the position of the last of them. */
export interface Loaded {
  readonly year: BudgetYear;
  readonly position: string | null;
  /** The revision of the snapshot that was last found or left; -1 for none. */
  readonly keptAt: number;
}

const KEPT_YEARS = 64;

/** Unit-years as they stand, by stream; the recent ones stay in memory and are topped up from the event store. */
@Injectable()
export class LoadedYears implements BeforeApplicationShutdown {
  private readonly kept = new Map<string, Loaded>();
  /** States are changed in place: whoever loads, keeps or drops one does so in its stream's turn. */
  readonly turns = new Turns();

  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    private readonly snapshots: Snapshots,
  ) {}

  /** The year with everything that was recorded. */
  async load(stream: string): Promise<Loaded> {
    const known = this.kept.get(stream);
    let { year, position, keptAt } = known ?? (await this.opened(stream));
    for await (const batch of this.events.readStream(stream, year.revision + 1)) {
      for (const stored of batch) year = evolve(year, read(stored));
      position = batch.at(-1)?.position ?? position;
    }
    if (!known) keptAt = await this.snapshots.leave(stream, year, keptAt);
    const loaded = { year, position, keptAt };
    this.keep(stream, loaded);
    return loaded;
  }

  keep(stream: string, loaded: Loaded): void {
    this.kept.delete(stream);
    this.kept.set(stream, loaded);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_YEARS && oldest !== undefined) this.kept.delete(oldest);
  }

  drop(stream: string): void {
    this.kept.delete(stream);
  }

  /** The next process opens the large years at what this one knows. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const stream of [...this.kept.keys()]) {
      await this.turns.take([stream], async () => {
        const loaded = this.kept.get(stream);
        if (loaded) await this.snapshots.leave(stream, loaded.year, loaded.keptAt);
      });
    }
  }

  private async opened(stream: string): Promise<Loaded> {
    const found = await this.snapshots.find(stream);
    if (found === null) return { year: unopenedYear(), position: null, keptAt: -1 };
    return { ...found, keptAt: found.year.revision };
  }
}
