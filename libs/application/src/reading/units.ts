import type { Unit } from '@juesuan/account';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { OpenedUnits } from './opened-units';

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
  constructor(private readonly opened: OpenedUnits) {}

  execute({ year, wanted }: ListUnits): Promise<Unit[]> {
    return this.opened.of(year, wanted === null ? [] : [wanted]);
  }
}

/** The years that any unit opened, the newest first. */
export class ListYears extends Query<number[]> {}

@QueryHandler(ListYears)
export class ListYearsHandler implements IQueryHandler<ListYears> {
  constructor(private readonly opened: OpenedUnits) {}

  execute(): Promise<number[]> {
    return this.opened.years();
  }
}
