import type { EventStore } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';
import type { Instant } from '@juesuan/kernel';
import { codeBookStream, importStream, type Reading, readingKnownAt } from '@juesuan/read-store';
import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE } from '../stores';
import { Turns } from '../recording/turns';

/** Pages ask for several things of one moment, and compare it with another. */
const KEPT_READINGS = 4;
/** What is on its way into the store may still be recorded with an instant of a moment ago. */
const SETTLED_MS = 60_000;

/** What some units' year looks like: now, or as it was known at an instant. */
@Injectable()
export class Readings {
  private readonly kept = new Map<string, Promise<Reading>>();
  /** Filling one takes memory and a core: one at a time. */
  private readonly turns = new Turns();

  constructor(@Inject(EVENT_STORE) private readonly events: EventStore) {}

  /** The year of these units as it was known; without an instant what stands now. */
  async of(units: readonly string[], year: number, knownAt: Instant | undefined, now: Reading): Promise<Reading> {
    if (knownAt === undefined) return now;
    const key = `${knownAt} ${year} ${[...units].sort().join()}`;
    const known = this.kept.get(key) ?? this.turns.take(['fill'], () => this.known(units, year, knownAt, now));
    if (Date.parse(knownAt) < Date.now() - SETTLED_MS) this.keep(key, known);
    return known;
  }

  private async known(units: readonly string[], year: number, knownAt: Instant, now: Reading): Promise<Reading> {
    const imports = await now.imports(units, year);
    const streams = [
      ...units.map((unit) => budgetYearStream(unit, year)),
      ...imports.map(importStream),
      codeBookStream('functional'),
      codeBookStream('economic'),
    ];
    return readingKnownAt(this.events, streams, knownAt);
  }

  private keep(key: string, reading: Promise<Reading>): void {
    this.kept.delete(key);
    this.kept.set(key, reading);
    reading.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_READINGS && oldest !== undefined) this.kept.delete(oldest);
  }
}
