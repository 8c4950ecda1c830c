import { type CheckResult, runChecks } from '@juesuan/account';
import type { EventStore } from '@juesuan/event-store';
import { Inject } from '@nestjs/common';
import { Query, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type AccountKey, Accounts } from './accounts';
import { EVENT_STORE } from './stores';

/** Runs every check on an account, the hash chain included. */
export class CheckAccount extends Query<readonly CheckResult[]> {
  constructor(
    readonly key: AccountKey,
    readonly onProgress: (checked: number) => void = () => undefined,
  ) {
    super();
  }
}

@QueryHandler(CheckAccount)
export class CheckAccountHandler implements IQueryHandler<CheckAccount> {
  constructor(
    private readonly accounts: Accounts,
    @Inject(EVENT_STORE) private readonly events: EventStore,
  ) {}

  async execute({ key, onProgress }: CheckAccount): Promise<readonly CheckResult[]> {
    const { events, damage } = await this.events.verify(onProgress);
    const named = await this.accounts.account(key);
    return runChecks(await this.accounts.evidence(named, { events, damage: damage?.says ?? null }));
  }
}
