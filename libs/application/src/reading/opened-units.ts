import type { Unit } from '@juesuan/account';
import type { EventStore } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';
import type { ReadStore } from '@juesuan/read-store';
import { Inject, Injectable } from '@nestjs/common';
import { Freshness } from './freshness';
import { EVENT_STORE, READ_STORE } from '../stores';

/** The units that opened a year, as rights and imports need them. */
@Injectable()
export class OpenedUnits {
  constructor(
    private readonly freshness: Freshness,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(EVENT_STORE) private readonly events: EventStore,
  ) {}

  /** Every unit that opened a year, by code; surely with those `wanted` among them that did, however short a time ago. */
  async of(year: number, wanted: readonly string[] = []): Promise<Unit[]> {
    await this.freshness.reach();
    const units = await this.readStore.units(year);
    const known = new Set(units.map(({ code }) => code));
    let last: string | null = null;
    for (const unit of new Set(wanted)) {
      const opened = known.has(unit) ? null : await this.openedAt(unit, year);
      if (opened !== null && (last === null || opened > last)) last = opened;
    }
    if (last === null) return units;
    await this.freshness.reach(last);
    return this.readStore.units(year);
  }

  /** The years that any unit opened, the newest first. */
  async years(): Promise<number[]> {
    await this.freshness.reach();
    return this.readStore.years();
  }

  /** Every unit that opened an earlier year, as it stood in the last of them. */
  async before(year: number): Promise<Unit[]> {
    await this.freshness.reach();
    return this.readStore.unitsBefore(year);
  }

  /** Where the opening of a unit's year stands in the log; null where it was not opened. */
  private async openedAt(unit: string, year: number): Promise<string | null> {
    for await (const [first] of this.events.readStream(budgetYearStream(unit, year))) return first?.position ?? null;
    return null;
  }
}
