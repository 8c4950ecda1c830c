import type { Unit } from '@juesuan/account';
import type { EventStore } from '@juesuan/event-store';
import type { ReadStore } from '@juesuan/read-store';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, READ_STORE } from './stores';

/** Every unit that opened a year, by code. */
export class ListUnits extends Query<Unit[]> {
  constructor(readonly year: number) {
    super();
  }
}

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ year }: ListUnits): Promise<Unit[]> {
    await this.readStore.catchUp(this.events);
    return this.readStore.units(year);
  }
}
