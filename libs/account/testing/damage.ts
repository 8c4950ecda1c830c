import { parseWan } from '@juesuan/kernel';
import {
  type Answer,
  type Balance,
  CHECKS,
  type Evidence,
  type Measure,
  type PrintedTable,
  type Row,
  tableOf,
} from '../src';

/** A fault planted in evidence: what was right before is wrong after. */
export type Damage = (evidence: Evidence) => Evidence;

/** What a check must find: its id, the fault in an accountant’s words, and how it comes about. */
export type Fault = readonly [check: string, where: string, damage: Damage];

/** A printed cell that is off by an amount in 万元; a row that is not there yet is printed. */
export const misprint =
  (table: string, row: string, column: number, byWan: string): Damage =>
  (evidence) =>
    withRows(evidence, table, (rows) => {
      const { columns } = tableOf(evidence.account, table);
      const present = rows.find(({ key }) => key === row) ?? { key: row, amounts: new Array<number>(columns).fill(0) };
      const amounts = present.amounts.map((amount, index) => (index === column ? amount + parseWan(byWan) : amount));
      return [...rows.filter(({ key }) => key !== row), { key: row, amounts }].sort((a, b) => (a.key < b.key ? -1 : 1));
    });

/** A row that is not printed. */
export const strikeOut =
  (table: string, row: string): Damage =>
  (evidence) =>
    withRows(evidence, table, (rows) => rows.filter(({ key }) => key !== row));

/** Rows printed in another order, doubled or renamed. */
export function withRows(evidence: Evidence, id: string, change: (rows: readonly Row[]) => readonly Row[]): Evidence {
  const table = tableOf(evidence.account, id);
  const rows = change(table.rows);
  const damaged = { ...table, rows, byKey: new Map(rows.map(({ key, amounts }) => [key, amounts])) };
  const finalTables = new Map([...evidence.account.finalTables, [id, damaged]]);
  return { ...evidence, account: { ...evidence.account, finalTables } };
}

/** A table whose cells hold no amounts. */
export const notNumbers =
  (table: string): Damage =>
  (evidence) =>
    withRows(evidence, table, (rows) => rows.map((row) => ({ ...row, amounts: row.amounts.map(() => NaN) })));

/** A wrong amount in the ledger under tables that were made before. */
export const misbooked =
  (fits: (balance: Balance) => boolean, amount: (balance: Balance) => number): Damage =>
  (evidence) => {
    const at = evidence.account.balances.findIndex(fits);
    const balances = evidence.account.balances.map((balance, index) =>
      index === at ? { ...balance, amount: amount(balance) } : balance,
    );
    return { ...evidence, account: { ...evidence.account, balances } };
  };

/** A disclosure that says something else; null takes it away. */
export const disclosedAs =
  (name: string, value: string | null, unit = ''): Damage =>
  (evidence) => {
    const disclosures = new Map(evidence.account.facts.disclosures);
    if (value === null) disclosures.delete(name);
    else disclosures.set(name, { value: { value, unit, note: '' }, event: '900.2023@99' });
    return { ...evidence, account: { ...evidence.account, facts: { ...evidence.account.facts, disclosures } } };
  };

/** Something else beside the account. */
export const beside =
  (change: (evidence: Evidence) => Partial<Evidence>): Damage =>
  (evidence) => ({ ...evidence, ...change(evidence) });

/** Another last year. */
export const lastYear = (change: (balance: Balance) => Balance[]): Damage =>
  beside(({ previousYear }) => ({ previousYear: (previousYear ?? []).flatMap(change) }));

/** An account whose write side was not asked. */
export const onlyLedger: Damage = beside(() => ({ writeSide: null }));

/** Something else printed beside the figures of a table. */
export const printedAs =
  (id: string, change: Partial<PrintedTable>): Damage =>
  (evidence) => {
    const { document } = evidence;
    if (document === null) return evidence;
    const tables = document.tables.map((table) => (table.id === id ? { ...table, ...change } : table));
    return { ...evidence, document: { ...document, tables } };
  };

/** The first balance of a measure. */
export const first =
  (wanted: Measure) =>
  ({ measure }: Balance): boolean =>
    measure === wanted;

/** Balances booked under other dimensions. */
export const rebooked =
  (fits: (balance: Balance) => boolean, as: Partial<Balance>): Damage =>
  (evidence) => {
    const balances = evidence.account.balances.map((balance) => (fits(balance) ? { ...balance, ...as } : balance));
    return { ...evidence, account: { ...evidence.account, balances } };
  };

/** Balances that the ledger lost. */
export const lost =
  (fits: (balance: Balance) => boolean): Damage =>
  (evidence) => {
    const balances = evidence.account.balances.filter((balance) => !fits(balance));
    return { ...evidence, account: { ...evidence.account, balances } };
  };

/** The account as it stood on a day. */
export const onTheDay =
  (asOf: string): Damage =>
  (evidence) => ({ ...evidence, account: { ...evidence.account, asOf } });

/** A table that prints no rows. */
export const emptied =
  (table: string): Damage =>
  (evidence) =>
    withRows(evidence, table, () => []);

/** Several faults, one after the other. */
export const all =
  (...damages: readonly Damage[]): Damage =>
  (evidence) =>
    damages.reduce((damaged, damage) => damage(damaged), evidence);

/** The answer of one check. */
export function answerOf(id: string, evidence: Evidence): Answer {
  const check = CHECKS.find((one) => one.id === id);
  if (check === undefined) throw new RangeError(`no check ${id}`);
  return check.run(evidence);
}
