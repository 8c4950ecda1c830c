import { type Fen, LARGEST_FEN, sumFen } from '@juesuan/kernel';
import { type BudgetYear, type LineTotals, unopenedYear } from './budget-year';
import type { BudgetYearEvent, Provenance } from './events';
import { evolve } from './evolve';
import { type BudgetLine, lineKey } from './line';

/**
 * A year to try events on, with copies of the lines they touch; the year itself stays as it is. Vouchers, freezes and
 * documents are left out: what is tried are sums.
 */
export function rehearsalOf(year: BudgetYear, lines: Iterable<string>): BudgetYear {
  const copies = new Map<string, ReturnType<BudgetYear['lines']['get']> & object>();
  for (const key of lines) {
    const line = year.lines.get(key);
    if (line) copies.set(key, { ...line });
  }
  const [booked, threePublicPaid] = [new Map(year.booked), new Map(year.threePublicPaid)];
  return { ...unopenedYear(), opened: year.opened, lines: copies, booked, threePublicPaid };
}

/**
 * Refuses events after which a sum of the year would leave the range in which 分 are exact. What is recorded must always
 * fold, for good: an event that `evolve` chokes on would make the unit's year unreadable. A year that has moved little
 * (an amount counts at most twice in a sum) cannot get there; only others are rehearsed.
 */
export function assertStaysExact(year: BudgetYear, events: readonly BudgetYearEvent[], by: Provenance): void {
  const moving = events.reduce((sum, { data }) => sum + ('amount' in data ? Math.abs(data.amount) : 0), 0);
  if (2 * (year.turnover + moving) < LARGEST_FEN) return;
  const tried = rehearsalOf(year, events.flatMap(linesOf).map(lineKey));
  for (const event of events) evolve(tried, { ...event, by });
  for (const line of tried.lines.values()) assertExact(line);
}

const assertExact = ({ original, supplemented, cut, virement, carriedIn, recalled }: LineTotals): Fen =>
  sumFen([original, supplemented, -cut, virement, carriedIn, -recalled]);

function linesOf({ data }: BudgetYearEvent): BudgetLine[] {
  const lines = 'line' in data ? [data.line] : [];
  return 'fromLine' in data ? [...lines, data.fromLine] : lines;
}
