import { type LineAccount, lineAccounts } from '@juesuan/account';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from '../account/accounts';
import type { AccountKey } from '../account/year-view';

/** The budget lines of a unit or department with their quota, and the names of what they are for. */
export interface Lines {
  readonly lines: readonly LineAccount[];
  readonly nameOf: (item: string) => string | null;
}

export class ListLines extends Query<Lines> {
  constructor(readonly key: AccountKey) {
    super();
  }
}

@QueryHandler(ListLines)
export class ListLinesHandler implements IQueryHandler<ListLines> {
  constructor(private readonly accounts: Accounts) {}

  async execute({ key }: ListLines): Promise<Lines> {
    return this.accounts.at(key, async (view) => ({
      lines: lineAccounts(await view.balances()),
      nameOf: (item) => view.nameOf('functional', item),
    }));
  }
}
