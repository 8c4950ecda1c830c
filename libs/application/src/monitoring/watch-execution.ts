import {
  executionBy,
  type ExecutionMonth,
  executionMonths,
  type ExecutionRow,
  executionTotal,
  type Grouping,
  type Lag,
  lagOf,
  targetAt,
  timeProgress,
} from '@juesuan/monitoring';
import type { BusinessDate } from '@juesuan/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from '../account/accounts';
import { dayWithin } from '../reading/today';
import { Watching } from './watching';
import type { AccountKey } from '../account/year-view';

/** Execution against time at the end of a day. */
export interface Execution {
  /** The day asked for; without one that of the moment it is known at, or the year's last day once it is over. */
  readonly asOf: BusinessDate;
  readonly timeProgress: string;
  /** What the office's target curve asks for. */
  readonly target: string;
  /** How far a rate is behind time by the office's limits. */
  readonly lagOf: (rate: string | null) => Lag;
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
  constructor(
    private readonly accounts: Accounts,
    private readonly watching: Watching,
  ) {}

  async execute({ key, by }: WatchExecution): Promise<Execution> {
    const { year } = key;
    const asOf = key.asOf ?? dayWithin(year, key.knownAt);
    const progress = timeProgress(year, asOf);
    return this.accounts.at(key, async (view) => {
      const balances = await view.balances();
      const { curve, limits } = (await this.watching.settings(view)).settings;
      return {
        asOf,
        timeProgress: progress,
        target: targetAt(year, asOf, curve),
        lagOf: (rate) => lagOf(rate, progress, limits),
        total: executionTotal(balances),
        rows: by === 'month' ? [] : executionBy(by, balances),
        months: by === 'month' ? executionMonths(year, asOf, await view.monthly(), curve) : [],
        nameOf: (code) => view.nameOf('functional', code),
      };
    });
  }
}
