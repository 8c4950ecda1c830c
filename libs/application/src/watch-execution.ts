import {
  executionBy,
  type ExecutionMonth,
  executionMonths,
  type ExecutionRow,
  executionTotal,
  type Grouping,
  targetAt,
  timeProgress,
} from '@juesuan/monitoring';
import type { BusinessDate } from '@juesuan/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AccountKey, Accounts } from './accounts';
import { dayWithin } from './today';

/** Execution against time at the end of a day. */
export interface Execution {
  /** The day asked for; without one that of the moment it is known at, or the year's last day once it is over. */
  readonly asOf: BusinessDate;
  readonly timeProgress: string;
  /** What the office's target curve asks for. */
  readonly target: string;
  readonly total: ExecutionRow;
  readonly rows: readonly ExecutionRow[];
  readonly months: readonly ExecutionMonth[];
  readonly nameOf: (functional: string) => string | null;
}

/** Execution of a unit or department by a grouping of its lines, or month by month. */
export class WatchExecution extends Query<Execution> {
  constructor(
    readonly key: AccountKey,
    readonly by: Grouping | 'month',
  ) {
    super();
  }
}

@QueryHandler(WatchExecution)
export class WatchExecutionHandler implements IQueryHandler<WatchExecution> {
  constructor(private readonly accounts: Accounts) {}

  async execute({ key, by }: WatchExecution): Promise<Execution> {
    const { year } = key;
    const asOf = key.asOf ?? dayWithin(year, key.knownAt);
    const { balances, nameOf } = await this.accounts.balances(key);
    return {
      asOf,
      timeProgress: timeProgress(year, asOf),
      target: targetAt(year, asOf),
      total: executionTotal(balances),
      rows: by === 'month' ? [] : executionBy(by, balances),
      months: by === 'month' ? executionMonths(year, asOf, await this.accounts.monthly(key)) : [],
      nameOf: (code) => nameOf('functional', code),
    };
  }
}
