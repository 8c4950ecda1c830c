import { addFen, type Fen } from '@juesuan/kernel';
import { type Account, tableOf } from './account';
import { isTransfer } from './consolidation';
import { type Balance, type Entry, eventReference } from './entry';
import type { Fact, FactKind, Facts } from './facts';
import { type DriverKind, driversOf } from './items';
import { isOriginal, isSpending } from './measures';
import { compute } from './statement';
import { STATEMENTS } from './tables';

/** An entry that one of two accounts holds and the other does not: `sign` is −1 where the later one lacks it. */
export interface Moved {
  readonly entry: Entry;
  readonly sign: 1 | -1;
}

/** A figure before and after, and the events that made the difference (`301001.2023@57`). */
export interface Changed {
  readonly before: Fen;
  readonly after: Fen;
  readonly events: readonly string[];
}
export type CellChange = Changed & { readonly table: string; readonly row: string; readonly column: number };
export type DriverChange = Changed & { readonly kind: DriverKind; readonly purpose: string | null };

/** How an item of 一般公共预算财政拨款 changed; what it did not have before or after counts as zero. */
export interface ItemChange {
  readonly code: string;
  readonly original: Changed;
  readonly actual: Changed;
  readonly drivers: readonly DriverChange[];
}

/** A fact that was said anew, or that only one of the accounts knows. */
export interface FactChange {
  readonly kind: FactKind;
  readonly name: string;
  readonly before: Fact<unknown> | null;
  readonly after: Fact<unknown> | null;
  readonly events: readonly string[];
}

/** What differs between two accounts of the same unit and year. */
export interface AccountChanges {
  readonly cells: readonly CellChange[];
  readonly items: readonly ItemChange[];
  readonly facts: readonly FactChange[];
}

/** Compares two accounts. `moved` are the entries that only one of them holds: every difference in money is their sum, exactly. */
export function compareAccounts(before: Account, after: Account, moved: readonly Moved[]): AccountChanges {
  const delta = moved.map(({ entry, sign }, id): Balance => ({ ...entry, id, amount: sign * entry.amount }));
  const eventsOf = (balances: Iterable<Balance>): string[] =>
    namesOf([...balances].flatMap(({ id }) => moved[id]?.entry ?? []));
  return {
    cells: [...STATEMENTS.keys()].flatMap((id) => cellChanges(id, before, after, delta, eventsOf)),
    items: itemChanges(before, after, delta, eventsOf),
    facts: factChanges(before.facts, after.facts),
  };
}

type EventsOf = (balances: Iterable<Balance>) => string[];

/** The events of entries, each once, by unit and in their order. */
export function namesOf(entries: readonly Entry[]): string[] {
  const order = ({ unit, revision }: Entry): string => `${unit}@${String(revision).padStart(9, '0')}`;
  const sorted = entries.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  return [...new Set(sorted.map(({ unit, year, revision }) => eventReference(unit, year, revision)))];
}

function cellChanges(id: string, before: Account, after: Account, delta: Balance[], eventsOf: EventsOf): CellChange[] {
  const statement = STATEMENTS.get(id);
  if (!statement) return [];
  const placed = new Map<string, Balance[]>();
  for (const balance of delta) {
    for (const { row, column } of statement.place(balance)) {
      const key = `${column} ${row}`;
      placed.set(key, [...(placed.get(key) ?? []), balance]);
    }
  }
  // What consolidation takes off moves with every transfer inside the department, wherever its other side stands.
  const [off, offThen] = [before, after].map(({ eliminated }) => compute(statement, eliminated));
  const transfers = delta.filter(isTransfer);
  return cellsOf(tableOf(before, id), tableOf(after, id)).map((cell) => {
    const own = placed.get(`${cell.column} ${cell.row}`) ?? [];
    const isTakenOff = off?.byKey.get(cell.row)?.[cell.column] !== offThen?.byKey.get(cell.row)?.[cell.column];
    return { table: id, ...cell, events: eventsOf(isTakenOff ? [...own, ...transfers] : own) };
  });
}

type Rows = ReturnType<typeof tableOf>;
type Cell = Pick<CellChange, 'row' | 'column' | 'before' | 'after'>;

/** The cells that differ. */
function cellsOf(before: Rows, after: Rows): Cell[] {
  const keys = [...new Set([...before.byKey.keys(), ...after.byKey.keys()])].sort();
  const columns = Array.from({ length: before.columns }, (_, column) => column);
  const amount = (table: Rows, row: string, column: number): Fen => table.byKey.get(row)?.[column] ?? 0;
  return keys
    .flatMap((row) =>
      columns.map((column) => ({
        row,
        column,
        before: amount(before, row, column),
        after: amount(after, row, column),
      })),
    )
    .filter((cell) => cell.before !== cell.after);
}

function itemChanges(before: Account, after: Account, delta: readonly Balance[], eventsOf: EventsOf): ItemChange[] {
  const shown = new Set([...before.items, ...after.items].map(({ code }) => code));
  return [...shown].sort().flatMap((code) => {
    const moved = delta.filter((balance) => isOfItem(balance, code));
    const was = partsOf(before.balances.filter((balance) => isOfItem(balance, code)));
    const drivers = driversOf(moved)
      .filter(({ fen }) => fen !== 0)
      .map(({ kind, purpose, fen, balances }): DriverChange => {
        const base = was.drivers.find((driver) => driver.kind === kind && driver.purpose === purpose)?.fen ?? 0;
        return { kind, purpose, before: base, after: addFen(base, fen), events: eventsOf(balances) };
      });
    const change = (base: Fen, balances: readonly Balance[]): Changed => ({
      before: base,
      after: balances.reduce((sum, { amount }) => addFen(sum, amount), base),
      events: eventsOf(balances),
    });
    const original = change(was.original, moved.filter(isOriginal));
    const actual = change(was.actual, moved.filter(isSpending));
    const isSame = drivers.length === 0 && original.before === original.after && actual.before === actual.after;
    return isSame ? [] : [{ code, original, actual, drivers }];
  });
}

const isOfItem = ({ fundSource, item }: Balance, code: string): boolean =>
  fundSource === 'generalPublic' && item === code;

function partsOf(balances: readonly Balance[]) {
  const sum = (of: (balance: Balance) => boolean): Fen =>
    balances.filter(of).reduce((total, { amount }) => addFen(total, amount), 0);
  return { original: sum(isOriginal), actual: sum(isSpending), drivers: driversOf(balances) };
}

const FACTS: readonly (readonly [FactKind, keyof Facts])[] = [
  ['reason', 'reasons'],
  ['priorAccount', 'priorAccount'],
  ['priorBudget', 'priorBudget'],
  ['disclosure', 'disclosures'],
  ['explanation', 'explanations'],
];

function factChanges(before: Facts, after: Facts): FactChange[] {
  return FACTS.flatMap(([kind, facts]) => {
    const [was, is] = [before[facts] as Named, after[facts] as Named];
    const names = [...new Set([...was.keys(), ...is.keys()])].sort();
    return names.flatMap((name): FactChange[] => {
      const [old, now] = [was.get(name) ?? null, is.get(name) ?? null];
      if (JSON.stringify(old?.value) === JSON.stringify(now?.value)) return [];
      const events = [now ?? old].flatMap((fact) => fact?.event ?? []);
      return [{ kind, name, before: old, after: now, events }];
    });
  });
}

type Named = ReadonlyMap<string, Fact<unknown>>;
