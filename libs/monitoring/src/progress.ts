import { STANDARD_SETTINGS, type TargetPoint } from '@juesuan/execution';
import { type BusinessDate, firstDay, lastDay, percent, yearOf } from '@juesuan/kernel';

/** The office's own target curve where it has set none. */
export const TARGET_CURVE = STANDARD_SETTINGS.curve;

const DECIMALS = 2;
const DAY = 86_400_000;
const dayNumber = (date: BusinessDate): number => Date.parse(`${date}T00:00:00Z`) / DAY;
const monthEnd = (year: number, month: number): number => Date.UTC(year, month, 0) / DAY;

/** 序时进度: the share of the year gone by at the end of a day, in percent; 0 before the year and 100 after it. */
export function timeProgress(year: number, asOf: BusinessDate): string {
  const before = dayNumber(firstDay(year)) - 1;
  const days = dayNumber(lastDay(year)) - before;
  const gone = Math.min(Math.max(dayNumber(asOf) - before, 0), days);
  return percent(gone, days, DECIMALS) ?? '';
}

/**
 * What the target curve asks for at the end of a day, in percent: linear by days between the ends of its months, from 0
 * at the start of the year. The months of the curve ascend.
 */
export function targetAt(year: number, asOf: BusinessDate, curve: readonly TargetPoint[] = TARGET_CURVE): string {
  if (yearOf(asOf) < year) return percent(0, 1, DECIMALS) ?? '';
  const day = dayNumber(asOf);
  let from = { day: dayNumber(firstDay(year)) - 1, percent: 0 };
  for (const point of curve) {
    const to = { day: monthEnd(year, point.month), percent: point.percent };
    if (day <= to.day) {
      const days = to.day - from.day;
      const reached = from.percent * days + (to.percent - from.percent) * (day - from.day);
      return percent(reached, days * 100, DECIMALS) ?? '';
    }
    from = to;
  }
  return percent(from.percent, 100, DECIMALS) ?? '';
}
