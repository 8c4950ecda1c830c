import type { BusinessDate } from '@juesuan/kernel';
import { type Alert, ALERT_LIMITS, alertsOf } from '@juesuan/monitoring';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AccountKey, Accounts } from './accounts';
import { dayWithin } from './today';

/** What is to be looked at in a unit's or department's year, at the end of a day. */
export interface Alerts {
  readonly asOf: BusinessDate;
  readonly alerts: readonly Alert[];
}

export class ListAlerts extends Query<Alerts> {
  constructor(readonly key: AccountKey) {
    super();
  }
}

@QueryHandler(ListAlerts)
export class ListAlertsHandler implements IQueryHandler<ListAlerts> {
  constructor(private readonly accounts: Accounts) {}

  async execute({ key }: ListAlerts): Promise<Alerts> {
    const { year } = key;
    const asOf = key.asOf ?? dayWithin(year);
    const { balances } = await this.accounts.balances(key);
    return { asOf, alerts: alertsOf({ year, asOf, balances, limits: ALERT_LIMITS }) };
  }
}
