import { FISCAL_FUNDS, FUND_SOURCES } from '@juesuan/classification';
import { STATEMENTS } from '.';

const into = (rows: readonly string[]): string[] => rows.map((row) => `in.${row}`);
const outOf = (rows: readonly string[]): string[] => rows.map((row) => `out.${row}`);

const SOURCES = Object.keys(FUND_SOURCES);
const SUMS = ['total', 'opening', 'grandTotal'];
const OPENINGS = FISCAL_FUNDS.map((fund) => `opening.${fund}`);

/** Rows without a code, in the tables whose form must list them: a figure whose row a form forgot would have no place. */
export const NAMED_ROWS: Readonly<Record<string, readonly string[]>> = {
  '01': [
    ...into([...SOURCES.filter((source) => source !== 'fiscalAccount'), 'useOfSurplus', ...SUMS]),
    ...outOf(['total', 'distribution', 'closing', 'grandTotal']),
  ],
  '04': [...into([...FISCAL_FUNDS, ...SUMS, ...OPENINGS]), ...outOf(['total', 'closing', 'grandTotal'])],
  '06': ['personnel', 'publicUse'],
  '09': ['budget', 'actual'],
  Y01: [...into([...SOURCES, ...SUMS]), ...outOf(['total', 'grandTotal'])],
  Y04: [...into([...FISCAL_FUNDS, ...SUMS, ...OPENINGS]), ...outOf(['total', 'closing', 'grandTotal'])],
  Y09: [
    'total',
    'abroad',
    'vehicleSubtotal',
    'vehiclePurchase',
    'vehicleOperation',
    'reception',
    'meeting',
    'training',
  ],
};

const CODED = {
  functional: /^(\d{3}|\d{5}|\d{7})$/,
  economic: /^(\d{3}|\d{5})$/,
  /** The classes of 01 and 04: `out.208`. */
  fixed: /^out\.(\d{3})$/,
} as const;

/** What a cell's row stands for: a code of a book, or something without one. */
type CellPlace = { readonly book: 'functional' | 'economic'; readonly code: string } | { readonly book: null };

/** What a table, row and column name; null where the statement can have no such cell, whatever is recorded. */
export function placeAt(table: string, row: string, column: number): CellPlace | null {
  const statement = STATEMENTS.get(table);
  if (!statement || column >= statement.columns) return null;
  const named = NAMED_ROWS[table] ?? ['total'];
  if (named.includes(row)) return { book: null };
  if (statement.rowsBy === 'fixed' && !named.includes('out.total')) return null;
  const code = CODED[statement.rowsBy].exec(row)?.[1];
  return code === undefined ? null : { book: statement.rowsBy === 'economic' ? 'economic' : 'functional', code };
}
