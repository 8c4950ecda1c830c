import { addFen, type Fen, sumFen } from '@juesuan/kernel';
import type { Balance, Measure } from './entry';
import { linePartsOf } from './lines';
import { driverOf, isOriginal, isSpending, measuresIn, partOf } from './measures';

export const DRIVER_KINDS = [
  'supplement',
  'cut',
  'virement',
  'carryoverIn',
  'recall',
  'carryoverOut',
  'surplus',
  'unspent',
] as const;
export type DriverKind = (typeof DRIVER_KINDS)[number];

/** A part of an item's variance with what it comes from. */
export interface Driver {
  readonly kind: DriverKind;
  /** Project name of a supplement or carry-over where the line has one, else the 事由; null for what has neither. */
  readonly purpose: string | null;
  /** Signed: the drivers of an item sum to actual − original exactly. */
  readonly fen: Fen;
  /** The balances summed here; their entries lead to the events. */
  readonly balances: readonly Balance[];
}

/** A functional item under 一般公共预算财政拨款 with initial budget or actual (DOMAIN.md §4). */
export interface Item {
  readonly code: string;
  readonly original: Fen;
  readonly actual: Fen;
  readonly drivers: readonly Driver[];
}

export type Direction = 'above' | 'below' | 'level';

/** Compares exact 分, whatever the printed figures look like. */
export const directionOf = ({ actual, original }: { actual: Fen; original: Fen }): Direction =>
  actual > original ? 'above' : actual < original ? 'below' : 'level';

/** The items of a unit or department, by code, each with the drivers of its variance. */
export function itemsOf(balances: Iterable<Balance>): Item[] {
  const byItem = new Map<string, Balance[]>();
  for (const balance of balances) {
    if (balance.fundSource !== 'generalPublic') continue;
    const own = byItem.get(balance.item);
    if (own) own.push(balance);
    else byItem.set(balance.item, [balance]);
  }
  return [...byItem]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, own]) => itemOf(code, own))
    .filter(({ original, actual }) => original !== 0 || actual !== 0);
}

function itemOf(code: string, balances: readonly Balance[]): Item {
  const original = sumOf(balances.filter(isOriginal));
  const actual = sumOf(balances.filter(isSpending));
  return { code, original, actual, drivers: driversOf(balances) };
}

const sumOf = (balances: readonly Balance[]): Fen => sumFen(balances.map(({ amount }) => amount));

/**
 * Equal kind and purpose are one driver. One that comes to nothing (a virement inside the item) is kept: it happened, and only the
 * text leaves it out (CASES.md). What is left unspent is a driver only where something is left.
 */
export function driversOf(balances: readonly Balance[]): Driver[] {
  const drivers = new Map<string, { kind: DriverKind; purpose: string | null; fen: Fen; balances: Balance[] }>();
  const add = (kind: DriverKind, purpose: string | null, fen: Fen, from: readonly Balance[]): void => {
    const key = `${kind}|${purpose ?? ''}`;
    const driver = drivers.get(key) ?? { kind, purpose, fen: 0, balances: [] };
    driver.fen = addFen(driver.fen, fen);
    driver.balances.push(...from);
    drivers.set(key, driver);
  };
  for (const balance of balances) {
    const driver = driverOf(balance);
    if (driver === null) continue;
    // What is carried out lowers the actual; a change of the quota comes with its sign.
    if (partOf(balance) === 'carriedOut') add(driver, null, -balance.amount, [balance]);
    else add(driver, purposeOf(driver, balance), balance.amount, [balance]);
  }
  for (const line of linesOf(balances)) add('unspent', null, -unspentOf(line), unspentOf(line) === 0 ? [] : line);
  return [...drivers.values()].filter(({ kind, fen }) => kind !== 'unspent' || fen !== 0);
}

const purposeOf = (kind: DriverKind, { project, purpose }: Balance): string =>
  (kind === 'supplement' || kind === 'carryoverIn') && project !== '' ? project : purpose;

function linesOf(balances: readonly Balance[]): Balance[][] {
  const lines = new Map<string, Balance[]>();
  for (const balance of balances) {
    if (!MOVES_QUOTA.has(balance.measure)) continue;
    const key = `${balance.unit}|${balance.kind}|${balance.project}`;
    const own = lines.get(key);
    if (own) own.push(balance);
    else lines.set(key, [balance]);
  }
  return [...lines.values()];
}

const MOVES_QUOTA: ReadonlySet<Measure> = new Set(measuresIn('original', 'changes', 'paid', 'carriedOut'));

/** What the lines' balances leave unspent: final budget − actual − carried out − surplus. */
export function unspentOf(balances: readonly Balance[]): Fen {
  const { final, paid, carriedOut } = linePartsOf(balances);
  return sumFen([final, -paid, -carriedOut]);
}
