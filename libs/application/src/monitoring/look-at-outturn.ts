import type { BookName } from '@juesuan/classification';
import type { BusinessDate } from '@juesuan/kernel';
import {
  type BudgetComparison,
  budgetComparison,
  type Composition,
  composition,
  type Indicator,
  indicatorsOf,
} from '@juesuan/monitoring';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from '../account/accounts';
import { dayWithin } from '../reading/today';
import { yearsBefore } from './watching';
import type { AccountKey } from '../account/year-view';

/** How the year came out against its budget, beside the years before. */
export interface Outturn {
  readonly asOf: BusinessDate;
  readonly rows: readonly BudgetComparison[];
  readonly total: BudgetComparison;
  readonly byFunction: Composition;
  readonly byEconomicClass: Composition;
  readonly indicators: readonly Indicator[];
  readonly nameOf: (book: BookName, code: string) => string | null;
}

/** The IPSAS 24 columns and the PEFA indicators of a unit's or department's year, at the end of a day. */
export class LookAtOutturn extends Query<Outturn> {
  constructor(readonly key: AccountKey) {
    super();
  }
}

@QueryHandler(LookAtOutturn)
export class LookAtOutturnHandler implements IQueryHandler<LookAtOutturn> {
  constructor(private readonly accounts: Accounts) {}

  async execute({ key }: LookAtOutturn): Promise<Outturn> {
    const { year } = key;
    const asOf = key.asOf ?? dayWithin(year, key.knownAt);
    const { balances, before, nameOf } = await this.accounts.at(key, async (view) => ({
      balances: await view.balances(),
      before: await yearsBefore(view),
      nameOf: view.nameOf,
    }));
    return {
      asOf,
      ...budgetComparison(balances),
      byFunction: composition('function', balances),
      byEconomicClass: composition('economic', balances),
      indicators: indicatorsOf({ year, asOf, balances, before }),
      nameOf,
    };
  }
}
