import { type AccountChanges, compareAccounts, entriesOf, type Moved } from '@juesuan/account';
import {
  changedParagraphs,
  type NamedAccount,
  type PrintedTable,
  printTables,
  publishedDocument,
} from '@juesuan/disclosure';
import type { BusinessDate, Instant } from '@juesuan/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from './accounts';
import { eventsOfText, type SentenceChange } from './compare-sentences';
import { Freshness } from '../reading/freshness';
import { type HistoryEntry, Journals } from '../reading/journals';
import type { Moment } from '../reading/moment';
import { Profiles } from './profiles';
import type { AccountKey } from './year-view';

/** What differs between two moments of a unit's or department's year, and which events made it. */
export interface Comparison extends AccountChanges {
  readonly unitName: string;
  readonly sentences: readonly SentenceChange[];
  /** The tables as the later moment prints them, and those that only the earlier one prints: names of rows and columns. */
  readonly tables: readonly PrintedTable[];
  readonly nameOf: (item: string) => string | null;
}

/** Compares the account as it is seen from two moments. Cells are those of tables that one of them prints. */
export class CompareAccounts extends Query<Comparison> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly from: Moment,
    readonly to: Moment,
    readonly profile: string,
    /** 预算 or 决算; left out, the one of each moment's season. */
    readonly document?: AccountKey['document'],
  ) {
    super();
  }
}

/** An account seen from one moment, and the last event that is in it. */
type Side = NamedAccount & {
  readonly asOf: BusinessDate | undefined;
  readonly knownAt: Instant | undefined;
  readonly taken: ReadonlyMap<string, number>;
};

@QueryHandler(CompareAccounts)
export class CompareAccountsHandler implements IQueryHandler<CompareAccounts> {
  constructor(
    private readonly accounts: Accounts,
    private readonly journals: Journals,
    private readonly profiles: Profiles,
    private readonly freshness: Freshness,
  ) {}

  async execute({ unit, year, from, to, profile: id, document }: CompareAccounts): Promise<Comparison> {
    const profile = this.profiles.get(id);
    await this.freshness.reach();
    // One after the other: the second may share what the first has read.
    const of = { unit, year, ...(document === undefined ? {} : { document }) };
    const before = await this.side({ ...of, ...from });
    const after = await this.side({ ...of, ...to });
    const moved = await this.moved(before, after);
    const changes = compareAccounts(before.account, after.account, moved);
    const tables = printedIn(printTables(after, profile), printTables(before, profile));
    const paragraphs = changedParagraphs(
      publishedDocument(before, profile, null),
      publishedDocument(after, profile, null),
    );
    const eventsOf = eventsOfText(changes, moved);
    return {
      ...changes,
      cells: changes.cells.filter(({ table }) => tables.some((each) => each.id === table)),
      unitName: after.account.unit.name,
      sentences: paragraphs.map((change) => ({ ...change, events: eventsOf(change) })),
      tables,
      nameOf: (item) => after.nameOf('functional', item),
    };
  }

  private side(key: AccountKey): Promise<Side> {
    return this.accounts.at(key, async (view) => {
      const units = view.units.map(({ code }) => code);
      const taken = await view.reading.revisions(units, key.year);
      return { ...(await view.account()), asOf: key.asOf, knownAt: key.knownAt, taken };
    });
  }

  /** The entries that count from one moment and not from the other, in the journals of the units of both. */
  private async moved(before: Side, after: Side): Promise<Moved[]> {
    const { year } = after.account;
    const units = new Set([...before.account.units, ...after.account.units].map(({ code }) => code));
    const lists = await Promise.all([...units].map((unit) => this.movedIn(unit, year, before, after)));
    return lists.flat();
  }

  /** A unit's events that stand behind a side; what was recorded since it was read is not. */
  private async journal(unit: string, year: number, { knownAt, taken }: Side): Promise<readonly HistoryEntry[]> {
    const entries = await this.journals.of(unit, year, knownAt);
    const until = taken.get(unit) ?? -1;
    const later = entries.findIndex(({ revision }) => revision > until);
    return later < 0 ? entries : entries.slice(0, later);
  }

  private async movedIn(unit: string, year: number, before: Side, after: Side): Promise<Moved[]> {
    const [was, is] = await Promise.all([before, after].map((side) => this.journal(unit, year, side)));
    if (!was || !is) return [];
    const history = was.length > is.length ? was : is;
    // Where the same days count, only what was recorded in between can differ.
    const first = before.asOf === after.asOf ? Math.min(was.length, is.length) : 0;
    return history.slice(first).flatMap(({ event, revision }) =>
      entriesOf(event, { unit, year, revision }).flatMap((entry): Moved[] => {
        const counted = revision < was.length && entry.date <= (before.asOf ?? entry.date);
        const counts = revision < is.length && entry.date <= (after.asOf ?? entry.date);
        return counted === counts ? [] : [{ entry, sign: counts ? 1 : -1 }];
      }),
    );
  }
}

const printedIn = (tables: readonly PrintedTable[], others: readonly PrintedTable[]): PrintedTable[] => [
  ...tables,
  ...others.filter(({ id }) => !tables.some((table) => table.id === id)),
];
