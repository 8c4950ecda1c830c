import type { Unit } from '@juesuan/account';
import type { ReadStore } from '@juesuan/read-store';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Freshness } from './freshness';
import { READ_STORE } from './stores';

/** Every unit that opened a year, by code. */
export class ListUnits extends Query<Unit[]> {
  constructor(readonly year: number) {
    super();
  }
}

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(
    private readonly freshness: Freshness,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ year }: ListUnits): Promise<Unit[]> {
    await this.freshness.reach();
    return this.readStore.units(year);
  }
}
