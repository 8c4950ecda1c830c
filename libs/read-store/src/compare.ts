import { formatYuan } from '@juesuan/kernel';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database';
import { COLUMNS, COMPUTED, type ComputedTables, KEYS, type Tables } from './schema';

export interface Comparison {
  readonly compared: readonly string[];
  readonly differences: readonly string[];
}

type Keyed = keyof typeof KEYS;
type Record = { readonly [column: string]: string | number | null };

const TITLES: { readonly [Table in keyof ComputedTables]: string } = {
  balance: '余额',
  entry: '分录',
  unit: '单位',
  fact: '说明事项',
  adjustment: '调整单',
  code: '科目编码',
  import: '导入批次',
};

/** More than these of one table say nothing new. */
const TOLD = 100;

/** What the tables that serve hold otherwise than those rebuilt; both must stand at the same position. */
export async function compare(database: Database): Promise<Comparison> {
  const keyed = Object.keys(KEYS) as Keyed[];
  const differences: string[] = [];
  for (const table of keyed) differences.push(...(await differingRows(database, table)));
  differences.push(...(await differingTotals(database)), ...(await brokenSums(database.live)));
  return { compared: COMPUTED.map((table) => TITLES[table]), differences };
}

/** Rows that only one side has, told by what they are known by. */
async function differingRows({ live, next }: Database, table: Keyed): Promise<string[]> {
  const columns = Object.keys(COLUMNS[table]).filter((column) => column !== 'id' || table !== 'balance');
  const rows = (db: Kysely<Tables>) => db.selectFrom(table).select(columns as never[]);
  const had = (await rows(live).except(rows(next)).limit(TOLD).execute()) as Record[];
  // Asked through `live`: asked through `next`, every table of the query would be the rebuilt one.
  const rebuilt = live.selectFrom(rows(next).as('rebuilt')).selectAll();
  const must = (await rebuilt
    .except(rows(live) as never)
    .limit(TOLD)
    .execute()) as Record[];
  const sides = new Map<string, { had?: Record; must?: Record }>();
  for (const row of had) sides.set(name(table, row), { had: row });
  for (const row of must) sides.set(name(table, row), { ...sides.get(name(table, row)), must: row });
  return [...sides].map(
    ([key, side]) => `${TITLES[table]} ${key}：原为${told(table, side.had)}，应为${told(table, side.must)}`,
  );
}

const name = (table: Keyed, row: Record): string =>
  KEYS[table]
    .map((column) => row[column])
    .filter((value) => value !== '')
    .join(' ');

function told(table: Keyed, row: Record | undefined): string {
  if (!row) return '无';
  if (table === 'balance') return `${formatYuan(Number(row['amount']))} 元`;
  const key: readonly string[] = KEYS[table];
  const values = Object.entries(row).filter(([column]) => !key.includes(column));
  return `“${values.map(([, value]) => value ?? '').join(' ')}”`;
}

async function differingTotals({ live, next }: Database): Promise<string[]> {
  const [had, must] = [await totals(live), await totals(next)];
  if (had.told !== must.told) return [`${TITLES.entry}：原有${had.told}，应有${must.told}`];
  return had.fields === must.fields ? [] : [`${TITLES.entry}：有的日期、事件号或文号与事件不符`];
}

interface Totals {
  readonly told: string;
  /** Sums over dates, revisions and lengths of references: a million rows are not worth sorting only to be compared one by one. */
  readonly fields: string;
}

async function totals(db: Kysely<Tables>): Promise<Totals> {
  // The weight ties a date to its event: two dates changed against each other do not cancel out.
  const days = sql`cast(replace(date, '-', '') as integer) * (revision % 97 + 1) % 1000003`;
  const { entries, amount, ...fields } = await db
    .selectFrom('entry')
    .select((eb) => [
      eb.fn.countAll<number>().as('entries'),
      sql<number>`cast(coalesce(${eb.fn.sum('amount')}, 0) as bigint)`.as('amount'),
      sql<number>`cast(coalesce(sum(${days}), 0) as bigint)`.as('days'),
      sql<number>`cast(coalesce(sum(revision), 0) as bigint)`.as('revisions'),
      sql<number>`cast(coalesce(sum(octet_length(reference)), 0) as bigint)`.as('references'),
    ])
    .executeTakeFirstOrThrow();
  return { told: ` ${entries} 笔，合计 ${formatYuan(amount)} 元`, fields: JSON.stringify(fields) };
}

/** Balances that are not the sum of their entries. */
async function brokenSums(db: Kysely<Tables>): Promise<string[]> {
  const sums = db
    .selectFrom('entry')
    .select((eb) => ['balance_id', sql<number>`cast(${eb.fn.sum('amount')} as bigint)`.as('sum')])
    .groupBy('balance_id');
  const rows = await db
    .selectFrom('balance')
    .leftJoin(sums.as('sums'), 'sums.balance_id', 'balance.id')
    .selectAll('balance')
    .select('sums.sum')
    .where((eb) => eb('balance.amount', '!=', eb.fn.coalesce('sums.sum', sql<number>`0`)))
    .limit(TOLD)
    .execute();
  return rows.map(({ sum, ...row }) => {
    const balance: Record = row;
    return `${TITLES.balance} ${name('balance', balance)}：${told('balance', balance)}，其分录合计却为 ${formatYuan(sum ?? 0)} 元`;
  });
}
