import type { BudgetYear } from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BudgetYears } from '../recording/budget-years';

/** Where a unit's budget year stands on the write side: what a form sends along as the state it was filled in on. */
export interface YearState {
  readonly unit: NonNullable<BudgetYear['opened']>;
  readonly closed: boolean;
  readonly revision: number;
  readonly position: string | null;
}

export class LookAtYear extends Query<YearState> {
  constructor(
    readonly unit: string,
    readonly year: number,
  ) {
    super();
  }
}

@QueryHandler(LookAtYear)
export class LookAtYearHandler implements IQueryHandler<LookAtYear> {
  constructor(private readonly budgetYears: BudgetYears) {}

  async execute({ unit, year }: LookAtYear): Promise<YearState> {
    return this.budgetYears.look(unit, year, ({ opened, closed, revision }, position) => {
      if (opened) return { unit: opened, closed, revision, position };
      throw new RuleViolation('year-not-opened', `单位 ${unit} 的 ${year} 年度尚未开启。`, { unit, year });
    });
  }
}
