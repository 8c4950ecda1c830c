import { type Account, accountOf, type Balance } from '@juesuan/account';
import { itemReports } from '@juesuan/disclosure';
import type { BusinessDate, Fen } from '@juesuan/kernel';
import { type Forecast, forecastOf } from '@juesuan/monitoring';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from '../account/accounts';
import { Profiles } from '../account/profiles';
import { dayWithin } from '../reading/today';
import type { AccountKey } from '../account/year-view';

/** A functional item that will need a reason: what it comes to, in 分, and how its text would read. */
export interface ItemNeedingReason {
  readonly code: string;
  readonly name: string | null;
  readonly original: Fen;
  readonly expected: Fen;
  /** expected ÷ original as the profile prints it; null where there is no 年初预算. */
  readonly rate: string | null;
  readonly text: string;
}

/** What a year end looks like from a day. */
export type YearForecast = Forecast & {
  readonly asOf: BusinessDate;
  readonly needReason: readonly ItemNeedingReason[];
  readonly nameOf: (functional: string) => string | null;
};

/** What the year end of a unit or department would look like, and what a profile would ask reasons for. */
export class ForecastYear extends Query<YearForecast> {
  constructor(
    readonly key: AccountKey,
    readonly profile: string,
  ) {
    super();
  }
}

@QueryHandler(ForecastYear)
export class ForecastYearHandler implements IQueryHandler<ForecastYear> {
  constructor(
    private readonly accounts: Accounts,
    private readonly profiles: Profiles,
  ) {}

  async execute({ key, profile: profileId }: ForecastYear): Promise<YearForecast> {
    const profile = this.profiles.get(profileId);
    const asOf = key.asOf ?? dayWithin(key.year, key.knownAt);
    const { named, forecast } = await this.accounts.at(key, async (view) => {
      const final = await view.account('final');
      return { named: final, forecast: forecastOf(asOf, final.account.balances, await view.monthly()) };
    });
    const account = atYearEnd(named.account, forecast);
    const { items } = itemReports(account, profile, named);
    const nameOf = (code: string): string | null => named.nameOf('functional', code);
    const needReason = account.items.flatMap(({ code, original, actual }, index) => {
      const report = items[index];
      if (!report?.needsReason) return [];
      return [{ code, name: nameOf(code), original, expected: actual, rate: report.rate, text: report.text }];
    });
    return { ...forecast, asOf, needReason, nameOf };
  }
}

/** Not a balance of the read store: nothing is behind a payment that is only expected. */
const NO_BALANCE = -1;

/**
 * The account with the payments that are still expected. What would lapse stays unspent in it: that money is left over restates a
 * variance and explains none (DOMAIN.md §4).
 */
function atYearEnd(account: Account, { lines }: Forecast): Account {
  const expected = lines
    .filter((line) => line.expected !== line.paid)
    .map(({ unit, line, paid, expected: atEnd }): Balance => {
      const own = { id: NO_BALANCE, unit, year: account.year, economicItem: '', purpose: '' };
      return { ...own, ...line, measure: 'payment', amount: atEnd - paid };
    });
  return accountOf({ ...account, balances: [...account.balances, ...expected] });
}
