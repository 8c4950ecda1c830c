import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from '../account/accounts';
import { type SettingsInForce, type WatchedAlerts, Watching } from './watching';
import type { AccountKey } from '../account/year-view';

/** What is to be looked at in a unit's or department's year, at the end of a day, and what was said of it. */
export class ListAlerts extends Query<WatchedAlerts> {
  constructor(readonly key: AccountKey) {
    super();
  }
}

@QueryHandler(ListAlerts)
export class ListAlertsHandler implements IQueryHandler<ListAlerts> {
  constructor(
    private readonly accounts: Accounts,
    private readonly watching: Watching,
  ) {}

  execute({ key }: ListAlerts): Promise<WatchedAlerts> {
    return this.accounts.at(key, (view) => this.watching.alerts(view));
  }
}

/** How the department that a unit belongs to is watched. */
export class LookAtWatching extends Query<SettingsInForce> {
  constructor(readonly key: AccountKey) {
    super();
  }
}

@QueryHandler(LookAtWatching)
export class LookAtWatchingHandler implements IQueryHandler<LookAtWatching> {
  constructor(
    private readonly accounts: Accounts,
    private readonly watching: Watching,
  ) {}

  execute({ key }: LookAtWatching): Promise<SettingsInForce> {
    return this.accounts.at(key, (view) => this.watching.settings(view));
  }
}
