import { linePartsOf } from '@juesuan/account';
import { addFen, type BusinessDate, exactFen, type Fen } from '@juesuan/kernel';
import type { MonthlyBalance } from './months';

/** What a line pays in the rest of the year where it goes on as it went. */
export interface Pace {
  /** The full months looked at, 1 to 12; none before the end of January. */
  readonly months: readonly number[];
  /** The months after the last full one, the running one included. */
  readonly monthsLeft: number;
}

const MOST_MONTHS = 3;
const MONTHS = 12;

/** The last three full months of the year up to the end of a day, fewer where there are no three. */
export function paceAt(asOf: BusinessDate): Pace {
  const full = lastFullMonth(asOf);
  const months = Array.from({ length: Math.min(MOST_MONTHS, full) }, (_, index) => full - index).reverse();
  return { months, monthsLeft: MONTHS - full };
}

/**
 * What is paid by the year end at a pace: paid by the end of the last full month, and for each month left the mean of the full
 * months looked at (to the 分, half up). Net refunds are no pace. Null where there is no full month yet.
 */
export function paidAtPace({ months, monthsLeft }: Pace, moved: readonly MonthlyBalance[]): Fen | null {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const before = linePartsOf(moved.filter(({ month }) => monthOf(month) <= last)).paid;
  const recent = linePartsOf(moved.filter(({ month }) => monthOf(month) >= first && monthOf(month) <= last)).paid;
  return addFen(before, share(Math.max(recent, 0), monthsLeft, months.length));
}

/** The parts of an amount that fall on some of its months, to the 分, half up. */
function share(amount: Fen, parts: number, of: number): Fen {
  const divisor = BigInt(of) * 2n;
  return exactFen(Number((BigInt(amount) * BigInt(parts) * 2n + BigInt(of)) / divisor));
}

const monthOf = (month: string): number => Number(month.slice(5, 7));

/** The last month of the day's year that is over at the end of the day; 0 in January. */
function lastFullMonth(asOf: BusinessDate): number {
  const [year = 0, month = 0, day = 0] = asOf.split('-').map(Number);
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day === daysInMonth ? month : month - 1;
}
