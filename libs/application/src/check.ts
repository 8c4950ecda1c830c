import { type CheckResult, runChecks } from '@juesuan/account';
import { Query, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type AccountKey, Accounts } from './accounts';
import { Logs } from './logs';

/** Runs every check on an account, those of the log included: hash chain, closed years, the write side's own totals. */
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
    private readonly logs: Logs,
  ) {}

  async execute({ key, onProgress }: CheckAccount): Promise<readonly CheckResult[]> {
    const named = await this.accounts.account(key);
    const { evidence } = await this.logs.beside(named.account, onProgress);
    return runChecks(await this.accounts.evidence(named, evidence));
  }
}
