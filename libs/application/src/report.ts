import { type CheckResult, type Evidence, runChecks } from '@juesuan/account';
import {
  type AccountJson,
  accountJson,
  type NameOf,
  type PrintedTable,
  printTables,
  type Profile,
} from '@juesuan/disclosure';
import { Query, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type AccountKey, Accounts, type NamedAccount } from './accounts';
import { Profiles } from './profiles';

/** An account as it is published: the JSON of CASES.md, the tables as printed, and the answers of the checks. */
export interface Report {
  /** Nothing was paid yet: the budget's tables instead of the final account's. */
  readonly isBudget: boolean;
  readonly unitName: string;
  readonly json: AccountJson;
  readonly tables: readonly PrintedTable[];
  readonly profile: Profile;
  readonly nameOf: NameOf;
  readonly checks: readonly CheckResult[];
  /** Imports that were interrupted: until they are run again the account lacks part of them. */
  readonly incompleteImports: readonly string[];
  /** Units of the account whose year is closed, and those still open: with some of both the year end is half told. */
  readonly closedUnits: readonly string[];
  readonly openUnits: readonly string[];
}

export class ReportAccount extends Query<Report> {
  constructor(
    readonly key: AccountKey,
    readonly profile: string,
  ) {
    super();
  }
}

@QueryHandler(ReportAccount)
export class ReportAccountHandler implements IQueryHandler<ReportAccount> {
  constructor(
    private readonly accounts: Accounts,
    private readonly profiles: Profiles,
  ) {}

  async execute({ key, profile: profileId }: ReportAccount): Promise<Report> {
    const profile = this.profiles.get(profileId);
    const named = await this.accounts.account(key);
    return reportOf(named, await this.accounts.evidence(named), profile);
  }
}

/** The report of an account that was already computed. */
export function reportOf(named: NamedAccount, evidence: Evidence, profile: Profile): Report {
  const { account, nameOf } = named;
  const checks = runChecks(evidence);
  return {
    isBudget: account.isBudget,
    unitName: account.unit.name,
    json: accountJson(named, profile, checks),
    tables: printTables(named, profile),
    profile,
    nameOf,
    checks,
    incompleteImports: evidence.incompleteImports,
    closedUnits: account.units.filter(({ closed }) => closed).map(({ code }) => code),
    openUnits: account.units.filter(({ closed }) => !closed).map(({ code }) => code),
  };
}
