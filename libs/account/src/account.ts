import type { ThreePublicKind, UnitType } from '@juesuan/classification';
import type { BudgetYearEvent } from '@juesuan/execution';
import { type BusinessDate, type Fen, sumFen } from '@juesuan/kernel';
import { eliminations } from './consolidation';
import type { Balance } from './entry';
import { type Facts, NO_FACTS } from './facts';
import { type Item, itemsOf } from './items';
import { isSpending } from './measures';
import { compute, contributions, type Statement, type Table } from './statement';
import { BUDGET_TABLES, FINAL_TABLES } from './tables';

type Opened = Pick<
  Extract<BudgetYearEvent, { type: 'FiscalYearOpened' }>['data'],
  'unitName' | 'parentCode' | 'unitType'
>;

/** A unit as its year's opening describes it. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly type: UnitType;
  readonly closed: boolean;
}

/** A unit as the event that opened its year describes it. */
export const unitOpened = (code: string, opened: Opened, closed: boolean): Unit => ({
  code,
  name: opened.unitName,
  parent: opened.parentCode,
  type: opened.unitType,
  closed,
});

/** All an account is computed from. `balances` are those of the unit and of every unit below it. */
export interface AccountInput {
  readonly unit: Unit;
  readonly year: number;
  readonly asOf: BusinessDate | null;
  /** The unit itself and every unit below it, by code. */
  readonly units: readonly Unit[];
  readonly balances: readonly Balance[];
  readonly facts: Facts;
  /** Which of its two documents is wanted; left out, the one of the season (see {@link Account.isBudget}). */
  readonly document?: 'budget' | 'final';
}

/** The account of a unit or a department's consolidation: every table, every item, with the way back to the balances. */
export interface Account extends AccountInput {
  /** The initial budget's document: asked for, or nothing was paid yet and the year is open. Closed without payments it is final. */
  readonly isBudget: boolean;
  readonly finalTables: ReadonlyMap<string, Table>;
  readonly budgetTables: ReadonlyMap<string, Table>;
  readonly items: readonly Item[];
  /** What consolidation took off (negated), in 01–03 and Y01–Y03 only: the fiscal tables never hold such transfers. */
  readonly eliminated: readonly Balance[];
}

const CONSOLIDATED = new Set(['01', '02', '03', 'Y01', 'Y02', 'Y03']);

/** Computes the account of a unit's year, or a department's. */
export function accountOf(given: AccountInput): Account {
  const input = { ...given, balances: given.balances.toSorted(byDimensions) };
  const eliminated = eliminations(input.balances);
  const consolidated = [...input.balances, ...eliminated];
  const tableOf = (statement: Statement): [string, Table] => [
    statement.id,
    compute(statement, CONSOLIDATED.has(statement.id) ? consolidated : input.balances),
  ];
  return {
    ...input,
    isBudget: isBudget(given),
    eliminated,
    finalTables: new Map(FINAL_TABLES.map(tableOf)),
    budgetTables: new Map(BUDGET_TABLES.map(tableOf)),
    items: itemsOf(input.balances),
  };
}

/** One of the account's units by itself, of the same document; nothing is said of it but its figures. */
export const accountOfUnit = (account: Account, unit: Unit): Account =>
  accountOf({
    unit,
    units: [unit],
    year: account.year,
    asOf: account.asOf,
    facts: NO_FACTS,
    balances: account.balances.filter((balance) => balance.unit === unit.code),
    document: account.isBudget ? 'budget' : 'final',
  });

function isBudget({ document, asOf, units, balances }: AccountInput): boolean {
  if (document !== undefined) return document === 'budget';
  const isClosed = asOf === null && units.every(({ closed }) => closed);
  return !isClosed && !balances.some(isSpending);
}

/** Balances come numbered as they were first recorded; an account must not depend on that. */
function byDimensions(a: Balance, b: Balance): number {
  const differing = ORDER.find((dimension) => a[dimension] !== b[dimension]);
  return differing === undefined ? 0 : a[differing] < b[differing] ? -1 : 1;
}

const ORDER = ['unit', 'item', 'fundSource', 'kind', 'project', 'measure', 'economicItem', 'purpose'] as const;

/** The balances a statement of this account sums: with eliminations where the statement is consolidated. */
export const balancesUnder = (account: Account, statement: string): readonly Balance[] =>
  CONSOLIDATED.has(statement) ? [...account.balances, ...account.eliminated] : account.balances;

/** Part of a cell: what the units recorded, or what consolidation took off of it (内部往来抵销). */
export interface CellPart {
  readonly kind: 'recorded' | 'elimination';
  readonly amount: Fen;
  readonly contributions: ReturnType<typeof contributions>;
}

/** The parts of a cell: they sum to it exactly, in 分. The elimination is absent where it took nothing off. */
export function cellParts(account: Account, statement: Statement, row: string, column: number): CellPart[] {
  const part = (kind: CellPart['kind'], balances: readonly Balance[]): CellPart => {
    const found = contributions(statement, balances, row, column);
    return { kind, amount: sumFen(found.map(({ balance, sign }) => sign * balance.amount)), contributions: found };
  };
  const recorded = part('recorded', account.balances);
  if (!CONSOLIDATED.has(statement.id)) return [recorded];
  const elimination = part('elimination', account.eliminated);
  return elimination.contributions.length === 0 ? [recorded] : [recorded, elimination];
}

/** A table of the account by its id; every statement has one. */
export function tableOf(account: Account, id: string): Table {
  const table = account.finalTables.get(id) ?? account.budgetTables.get(id);
  if (!table) throw new RangeError(`no table ${id}`);
  return table;
}

/** Names of the 三公 kinds' columns in table 09, in order after 合计. */
export const THREE_PUBLIC_COLUMN: Readonly<Record<ThreePublicKind, number>> = {
  abroad: 1,
  vehiclePurchase: 3,
  vehicleOperation: 4,
  reception: 5,
};
