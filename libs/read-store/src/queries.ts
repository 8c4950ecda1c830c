import { type Balance, type Entry, eventReference, type Unit } from '@juesuan/account';
import type { BookName, CodeEntry } from '@juesuan/classification';
import type { BusinessDate } from '@juesuan/kernel';
import { sql } from 'kysely';
import type { ReadableDatabase } from './database';
import { type Checkpoint, checkpointOf, standings } from './partitions';
import type { ImportTable } from './schema';

/** Which balances: those of some units in one year; `asOf` is the last business day that counts. */
export interface BalanceQuery {
  readonly units: readonly string[];
  readonly year: number;
  readonly asOf?: BusinessDate;
}

/** Which entries: those of some balances, up to a day, the first so many. */
export interface EntryQuery {
  readonly balanceIds: readonly number[];
  readonly asOf?: BusinessDate;
  readonly limit?: number;
}

/** An entry with the balance it belongs to. */
export type JournalEntry = Entry & { readonly balanceId: number };

/** What moved on a balance within one month, `2023-06`. */
export type MonthlyBalance = Balance & { readonly month: string };

const DIMENSIONS = [
  'balance.unit',
  'balance.year',
  'balance.measure',
  'balance.fund_source as fundSource',
  'balance.item',
  'balance.kind',
  'balance.project',
  'balance.economic_item as economicItem',
  'balance.purpose',
] as const;

const lists = ({ rowsOf }: ReadableDatabase) => ({
  units: (codes: readonly string[]) =>
    rowsOf<{ code: string }>({ code: 'text' }, JSON.stringify(codes.map((code) => [code]))).as('asked'),
  ids: (ids: readonly number[]) =>
    rowsOf<{ id: number }>({ id: 'integer' }, JSON.stringify([...new Set(ids)].map((id) => [id]))).as('asked'),
});

/** Where the tables that serve stand. */
export const checkpoint = async ({ live }: ReadableDatabase): Promise<Checkpoint> =>
  checkpointOf(await standings(live, 'live'));

/** Balances that are not zero; up to a day they are summed from the entries, else read as they stand. */
export function balances(database: ReadableDatabase, { units, year, asOf }: BalanceQuery): Promise<Balance[]> {
  const wanted = database.live
    .selectFrom('balance')
    .innerJoin(lists(database).units(units), 'asked.code', 'balance.unit')
    .select(['balance.id', ...DIMENSIONS])
    .where('balance.year', '=', year)
    .orderBy('balance.id');
  if (asOf === undefined) return wanted.select('balance.amount').where('balance.amount', '!=', 0).execute();
  const sum = sql<number>`cast(sum(entry.amount) as bigint)`;
  return wanted
    .innerJoin('entry', 'entry.balance_id', 'balance.id')
    .select(sum.as('amount'))
    .where('entry.date', '<=', asOf)
    .groupBy('balance.id')
    .having(sum, '!=', 0)
    .execute();
}

/** What moved on each balance of some units in each month of a year. */
export function monthly(database: ReadableDatabase, { units, year, asOf }: BalanceQuery): Promise<MonthlyBalance[]> {
  const month = sql<string>`substr(entry.date, 1, 7)`;
  const query = database.live
    .selectFrom('balance')
    .innerJoin(lists(database).units(units), 'asked.code', 'balance.unit')
    .innerJoin('entry', 'entry.balance_id', 'balance.id')
    .select(['balance.id', ...DIMENSIONS])
    .select([month.as('month'), sql<number>`cast(sum(entry.amount) as bigint)`.as('amount')])
    .where('balance.year', '=', year)
    .groupBy(['balance.id', month])
    .orderBy('balance.id')
    .orderBy(month);
  return (asOf === undefined ? query : query.where('entry.date', '<=', asOf)).execute();
}

/** The journal of some balances, by date and then as recorded. */
export function entries(database: ReadableDatabase, { balanceIds, asOf, limit }: EntryQuery): Promise<JournalEntry[]> {
  let query = journal(database)
    .innerJoin(lists(database).ids(balanceIds), 'asked.id', 'balance.id')
    .orderBy('entry.date')
    .orderBy('balance.unit')
    .orderBy('entry.revision')
    .orderBy('entry.balance_id');
  if (asOf !== undefined) query = query.where('entry.date', '<=', asOf);
  return (limit === undefined ? query : query.limit(limit)).execute();
}

/** Quota moved between lines: both halves of every virement of some units. */
export function virements(database: ReadableDatabase, { units, year, asOf }: BalanceQuery): Promise<JournalEntry[]> {
  const query = journal(database)
    .innerJoin(lists(database).units(units), 'asked.code', 'balance.unit')
    .where('balance.year', '=', year)
    .where('balance.measure', 'in', ['virementIn', 'virementOut'])
    .orderBy('entry.date')
    .orderBy('balance.unit')
    .orderBy('entry.revision')
    .orderBy('entry.balance_id');
  return (asOf === undefined ? query : query.where('entry.date', '<=', asOf)).execute();
}

const journal = ({ live }: ReadableDatabase) =>
  live
    .selectFrom('entry')
    .innerJoin('balance', 'balance.id', 'entry.balance_id')
    .select(['entry.balance_id as balanceId', ...DIMENSIONS])
    .select(['entry.amount', 'entry.date', 'entry.reference', 'entry.revision']);

/** The events that made some balances, in their order: `301001.2023@57`. */
export async function references(
  database: ReadableDatabase,
  balanceIds: readonly number[],
  asOf?: BusinessDate,
): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>(balanceIds.map((id) => [id, []]));
  // A balance may hold every payment of a year: one row for each of them costs several times the text of all of them.
  const revisions = sql<string>`string_agg(cast(entry.revision as text), ',')`;
  let query = database.live
    .selectFrom('entry')
    .innerJoin(lists(database).ids(balanceIds), 'asked.id', 'entry.balance_id')
    .innerJoin('balance', 'balance.id', 'entry.balance_id')
    .select(['balance.id', 'balance.unit', 'balance.year', revisions.as('revisions')])
    .groupBy(['balance.id', 'balance.unit', 'balance.year']);
  if (asOf !== undefined) query = query.where('entry.date', '<=', asOf);
  for (const { id, unit, year, revisions } of await query.execute()) {
    const inOrder = [...new Set(revisions.split(',').map(Number))].sort((a, b) => a - b);
    found.set(
      id,
      inOrder.map((revision) => eventReference(unit, year, revision)),
    );
  }
  return found;
}

/** The years that any unit opened, the newest first. */
export async function years({ live }: ReadableDatabase): Promise<number[]> {
  const rows = await live.selectFrom('unit').select('year').distinct().orderBy('year', 'desc').execute();
  return rows.map(({ year }) => year);
}

/** Every unit that opened a year, by code. */
export async function units({ live }: ReadableDatabase, year: number): Promise<Unit[]> {
  const rows = await live
    .selectFrom('unit')
    .select(['code', 'name', 'parent', 'type', 'closed'])
    .where('year', '=', year)
    .execute();
  // Ordered here: databases order text differently, and a report must not depend on which one is used.
  return rows.map((row) => ({ ...row, closed: row.closed === 1 })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The last event of each unit's year that was taken. */
export async function revisions(
  database: ReadableDatabase,
  units: readonly string[],
  year: number,
): Promise<Map<string, number>> {
  const rows = await database.live
    .selectFrom('unit')
    .innerJoin(lists(database).units(units), 'asked.code', 'unit.code')
    .select(['unit.code', 'unit.revision'])
    .where('unit.year', '=', year)
    .execute();
  return new Map(rows.map(({ code, revision }) => [code, revision]));
}

/** Every unit that opened a year before this one, as it stood in the last of them. */
export async function unitsBefore({ live }: ReadableDatabase, year: number): Promise<Unit[]> {
  const rows = await live
    .selectFrom('unit')
    .select(['code', 'name', 'parent', 'type', 'closed'])
    .where('year', '<', year)
    .orderBy('year')
    .execute();
  // A later year's row takes the place of an earlier one's.
  return [...new Map(rows.map((row) => [row.code, { ...row, closed: row.closed === 1 }])).values()];
}

/** A unit and every unit below it in a year, by code; none where the unit did not open that year. */
export async function subtree(database: ReadableDatabase, code: string, year: number): Promise<Unit[]> {
  const all = await units(database, year);
  const below = new Set(all.filter((unit) => unit.code === code).map((unit) => unit.code));
  // A set is walked in the order of insertion, additions included.
  for (const above of below) for (const unit of all) if (unit.parent === above) below.add(unit.code);
  return all.filter((unit) => below.has(unit.code));
}

/** The codes imported into a book. */
export async function codes({ live }: ReadableDatabase, book: BookName): Promise<CodeEntry[]> {
  const rows = await live.selectFrom('code').selectAll().where('book', '=', book).execute();
  const entries = rows.map(({ code, name, valid_from, valid_to }) => ({
    code,
    name,
    from: valid_from || null,
    to: valid_to || null,
  }));
  return entries.sort((a, b) => (`${a.code} ${a.from ?? ''}` < `${b.code} ${b.from ?? ''}` ? -1 : 1));
}

/** Imports of a year that marked their beginning on one of these units. */
export const imports = (database: ReadableDatabase, units: readonly string[], year: number): Promise<string[]> =>
  importsOf(database, units, year, ['started', 'completed']);

/** Imports of a year that began on one of these units and did not complete. */
export const incompleteImports = (
  database: ReadableDatabase,
  units: readonly string[],
  year: number,
): Promise<string[]> => importsOf(database, units, year, ['started']);

async function importsOf(
  { live }: ReadableDatabase,
  asked: readonly string[],
  year: number,
  states: readonly ImportTable['state'][],
): Promise<string[]> {
  const rows = await live
    .selectFrom('import')
    .select(['id', 'units'])
    .where('state', 'in', states)
    .where('year', '=', year)
    .execute();
  const wanted = new Set(asked);
  const touches = (list: string): boolean => (JSON.parse(list) as string[]).some((unit) => wanted.has(unit));
  return rows
    .filter((row) => touches(row.units))
    .map(({ id }) => id)
    .sort();
}
