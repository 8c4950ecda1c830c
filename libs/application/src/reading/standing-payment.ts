import { type BudgetLine, standingPayment } from '@juesuan/execution';
import type { Fen } from '@juesuan/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BudgetYears } from '../recording/budget-years';

/** Where a payment's money stands after its corrections, and how much of it refunds have left. */
export interface StandingPayment {
  readonly line: BudgetLine;
  readonly economicItem: string | null;
  readonly remaining: Fen;
  /** The year's revision this was read at. */
  readonly revision: number;
}

/** What a refund or correction of a payment must start from. Refused where the voucher is no payment of the unit's year. */
export class LookAtPayment extends Query<StandingPayment> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly voucher: string,
  ) {
    super();
  }
}

@QueryHandler(LookAtPayment)
export class LookAtPaymentHandler implements IQueryHandler<LookAtPayment> {
  constructor(private readonly budgetYears: BudgetYears) {}

  async execute({ unit, year, voucher }: LookAtPayment): Promise<StandingPayment> {
    return this.budgetYears.look(unit, year, (state) => {
      const { line, economicItem, remaining } = standingPayment(state, voucher);
      return { line, economicItem, remaining, revision: state.revision };
    });
  }
}
