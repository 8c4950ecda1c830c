import { BUDGET_TABLES, type CheckResult, FINAL_TABLES } from '@juesuan/account';
import type { Profile } from './profile/schema';
import { publishedDocument, sectionsIn } from './sections/published-document';
import { printTable } from './tables/print-table';
import type { PublishedDocument, Section } from './text/document';
import { type ItemReport, itemReports, type NamedAccount, type Overall } from './variance/item-reports';

/** A table in the account's JSON: figures in 万元, whatever blanks and grouping the print has. */
export interface TableJson {
  readonly title: string;
  readonly printedNumber: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly label: string; readonly values: readonly string[] }[];
}

/** `final-account.json` or `budget.json` as CASES.md specifies it. */
export interface AccountJson {
  readonly unit: string;
  readonly year: number;
  readonly profile: string;
  readonly tables: Readonly<Record<string, TableJson>>;
  readonly overall: Overall;
  readonly items: readonly ItemReport[];
  readonly notes: readonly Section[];
  readonly checks: readonly Pick<CheckResult, 'id' | 'ok' | 'left' | 'right' | 'says'>[];
}

/** The account as it is published: the budget before anything was paid, else the final account. `document` is its document, where it was made. */
export const accountJson = (
  named: NamedAccount,
  profile: Profile,
  checks: readonly CheckResult[],
  document = publishedDocument(named, profile, null),
): AccountJson => (named.account.isBudget ? budgetJson : finalAccountJson)(named, profile, checks, document);

/** The final account: tables 01–09, every item explained. */
export function finalAccountJson(
  named: NamedAccount,
  profile: Profile,
  checks: readonly CheckResult[],
  document: PublishedDocument,
): AccountJson {
  const { overall, items } = itemReports(named.account, profile, named);
  const notes = sectionsIn(document);
  return { ...frame(named, profile, checks), tables: tablesJson(named, profile, FINAL_TABLES), overall, items, notes };
}

/** The budget: tables Y01–Y09. Nothing was carried out yet, so that no item has a variance to explain. */
export function budgetJson(
  named: NamedAccount,
  profile: Profile,
  checks: readonly CheckResult[],
  document: PublishedDocument,
): AccountJson {
  const { overall } = itemReports(named.account, profile, named);
  const tables = tablesJson(named, profile, BUDGET_TABLES);
  return { ...frame(named, profile, checks), tables, overall, items: [], notes: sectionsIn(document) };
}

const frame = ({ account }: NamedAccount, profile: Profile, checks: readonly CheckResult[]) => ({
  unit: account.unit.code,
  year: account.year,
  profile: profile.id,
  checks: checks.map(({ id, ok, left, right, says }) => ({ id, ok, left, right, says })),
});

const tablesJson = (
  { account, nameOf }: NamedAccount,
  profile: Profile,
  tables: readonly { readonly id: string }[],
): Record<string, TableJson> =>
  Object.fromEntries(
    tables.map(({ id }) => {
      const { title, printedNumber, columns, rows } = printTable(account, id, profile, nameOf);
      return [
        id,
        { title, printedNumber, columns, rows: rows.map(({ key, label, values }) => ({ key, label, values })) },
      ];
    }),
  );
