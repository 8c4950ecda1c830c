import type { Unit } from '@juesuan/account';
import type { EventStore } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';
import type { ReadStore } from '@juesuan/read-store';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Freshness } from './freshness';
import { EVENT_STORE, READ_STORE } from './stores';

/** Every unit that opened a year, by code; surely with `wanted` among them where it did, however short a time ago. */
export class ListUnits extends Query<Unit[]> {
  constructor(
    readonly year: number,
    readonly wanted: string | null = null,
  ) {
    super();
  }
}

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(
    private readonly freshness: Freshness,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(EVENT_STORE) private readonly events: EventStore,
  ) {}

  async execute({ year, wanted }: ListUnits): Promise<Unit[]> {
    await this.freshness.reach();
    const units = await this.readStore.units(year);
    if (wanted === null || units.some(({ code }) => code === wanted)) return units;
    const opened = await this.openedAt(wanted, year);
    if (opened === null) return units;
    await this.freshness.reach(opened);
    return this.readStore.units(year);
  }

  /** Where the opening of a unit's year stands in the log; null where it was not opened. */
  private async openedAt(unit: string, year: number): Promise<string | null> {
    for await (const [first] of this.events.readStream(budgetYearStream(unit, year))) return first?.position ?? null;
    return null;
  }
}
