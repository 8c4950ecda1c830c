import type { BusinessDate } from '@juesuan/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AccountKey } from './accounts';
import { type AlertWithRecords, Watching } from './watching';

/** What is to be looked at in a unit's or department's year, at the end of a day, and what was said of it. */
export interface Alerts {
  readonly asOf: BusinessDate;
  readonly alerts: readonly AlertWithRecords[];
}

export class ListAlerts extends Query<Alerts> {
  constructor(readonly key: AccountKey) {
    super();
  }
}

@QueryHandler(ListAlerts)
export class ListAlertsHandler implements IQueryHandler<ListAlerts> {
  constructor(private readonly watching: Watching) {}

  execute({ key }: ListAlerts): Promise<Alerts> {
    return this.watching.alerts(key);
  }
}
