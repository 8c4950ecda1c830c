import {
  type Balance,
  type CheckResult,
  type EliminatedTransfer,
  type Evidence,
  runChecks,
  transfersIn,
  withoutEconomicItem,
} from '@juesuan/account';
import {
  type AccountJson,
  accountJson,
  type NamedAccount,
  type NameOf,
  printedIn,
  type PrintedTable,
  printTables,
  type Profile,
  publishedDocument,
  type PublishedDocument,
  readingOf,
  runTextChecks,
  type TextEvidence,
} from '@juesuan/disclosure';
import { addFen, type Fen } from '@juesuan/kernel';
import { Query, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Lacking } from '@juesuan/documents';
import { Accounts } from './accounts';
import { lackingIn } from './lacking';
import { Profiles } from './profiles';
import type { AccountKey } from './year-view';

/** An account as it is published: the JSON of CASES.md, the tables as printed, and the answers of the checks. */
export interface Report {
  /** Nothing was paid yet: the budget's tables instead of the final account's. */
  readonly isBudget: boolean;
  readonly unitName: string;
  readonly json: AccountJson;
  /** The whole document; its last page, which says from which events it was computed, only where it was put into a file. */
  readonly document: PublishedDocument;
  readonly tables: readonly PrintedTable[];
  readonly profile: Profile;
  readonly nameOf: NameOf;
  readonly checks: readonly CheckResult[];
  /** What the document waits for, and which row of which import file supplies it. */
  readonly lacking: readonly Lacking[];
  /** What consolidation took off the document's tables 01–03 or Y01–Y03, because both sides stand in the department. */
  readonly eliminated: readonly EliminatedTransfer[];
  /** What of the budget's basic expenditure names no economic item, and so stands in no row of its table Y06: 分 by item. */
  readonly withoutEconomicItem: ReadonlyMap<string, Fen>;
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
    return this.accounts.at(key, async (view) => {
      const named = await view.account();
      return reportOf(named, await view.evidence(named), profile);
    });
  }
}

/** The report of an account that was already computed, with its document and checks where they were made already. */
export function reportOf(
  named: NamedAccount,
  evidence: Evidence,
  profile: Profile,
  { document, checks } = checkedDocument(named, evidence, profile),
): Report {
  const { account, nameOf } = named;
  return {
    isBudget: account.isBudget,
    unitName: account.unit.name,
    json: accountJson(named, profile, checks, document),
    document,
    tables: printTables(named, profile),
    profile,
    nameOf,
    checks,
    lacking: lackingIn(document),
    eliminated: transfersIn(account.isBudget ? 'budget' : 'final', account.eliminated),
    withoutEconomicItem: account.isBudget ? byItem(withoutEconomicItem(account.balances)) : new Map(),
    incompleteImports: evidence.incompleteImports,
    closedUnits: account.units.filter(({ closed }) => closed).map(({ code }) => code),
    openUnits: account.units.filter(({ closed }) => !closed).map(({ code }) => code),
  };
}

function byItem(balances: readonly Balance[]): Map<string, Fen> {
  const items = new Map<string, Fen>();
  for (const { item, amount } of balances) items.set(item, addFen(items.get(item) ?? 0, amount));
  return items;
}

interface CheckedDocument {
  readonly document: PublishedDocument;
  readonly checks: readonly CheckResult[];
}

/** The document as it is before it is put into a file, and all checks on it. */
function checkedDocument(named: NamedAccount, evidence: Evidence, profile: Profile): CheckedDocument {
  const document = publishedDocument(named, profile, null);
  return { document, checks: allChecks({ document: readingOf(document), made: document, evidence, profile }) };
}

/** Every check by id: those of the figures, and those of the text on a document as it is read. */
export const allChecks = (given: TextEvidence): CheckResult[] =>
  [...runChecks({ ...given.evidence, document: printedIn(given.document) }), ...runTextChecks(given)].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
