import type { Fen } from '@juesuan/kernel';

/**
 * One side of a comparison. `value` counts hundredths of the unit it is printed in (0.01 万元, or 分 for the ledger), so that
 * sums of printed figures stay whole numbers.
 */
export interface Side {
  /** Table the figure stands in; empty for what stands in no table. */
  readonly table: string;
  readonly label: string;
  readonly value: number;
  /** How many rounded figures went into the value; an exact zero is printed without rounding. */
  readonly roundings: number;
}

const FEN_PER_HUNDREDTH = 10_000;

/**
 * A printed 万元 figure as a whole number of hundredths: what formatWan prints without its point (a test holds them together),
 * in whole numbers throughout because checks read tens of thousands of cells. NaN where a damaged cell holds no amount at all.
 */
export function hundredths(fen: Fen): number {
  if (!Number.isSafeInteger(fen)) return NaN;
  const halfUp = Math.abs(fen) + FEN_PER_HUNDREDTH / 2;
  const count = (halfUp - (halfUp % FEN_PER_HUNDREDTH)) / FEN_PER_HUNDREDTH;
  return fen < 0 && count !== 0 ? -count : count;
}

/** An amount as it is printed in 万元, rounded by itself. */
export const printedSide = (table: string, label: string, fen: Fen): Side => ({
  table,
  label,
  value: hundredths(fen),
  roundings: fen === 0 ? 0 : 1,
});

/** An exact amount of the ledger, in 分. */
export const exactSide = (label: string, fen: Fen, table = ''): Side => ({ table, label, value: fen, roundings: 0 });

/** The sum of figures as a reader with a calculator would form it. A given label replaces the list of the parts' labels. */
export function plus(sides: readonly Side[], label?: string): Side {
  const table = sides[0]?.table ?? '';
  const together = sides.every((side) => side.table === table);
  const labels = sides.map((side) => (together ? side.label : nameOf(side)));
  return {
    table: together ? table : '',
    label: label ?? labels.join('＋').replaceAll('＋－', '－'),
    value: sides.reduce((total, side) => total + side.value, 0),
    roundings: sides.reduce((total, side) => total + side.roundings, 0),
  };
}

/** A figure that is taken off in a sum. */
export const minus = (side: Side): Side => ({ ...side, table: '', label: `－${nameOf(side)}`, value: -side.value });

/** How sentences call a side: `05表 合计·基本支出`. */
export const nameOf = (side: Side): string => (side.table === '' ? side.label : `${side.table}表 ${side.label}`);
