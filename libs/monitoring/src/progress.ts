import { STANDARD_SETTINGS, type TargetPoint } from '@juesuan/execution';
import { type BusinessDate, firstDay, lastDay, percent, RuleViolation, yearOf } from '@juesuan/kernel';

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
 * at the start of the year. Refuses a curve whose months do not ascend or which falls (`bad-target-curve`).
 */
export function targetAt(year: number, asOf: BusinessDate, curve: readonly TargetPoint[] = TARGET_CURVE): string {
  checkCurve(curve);
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

function checkCurve(curve: readonly TargetPoint[]): void {
  let last = { month: 0, percent: 0 };
  for (const point of curve) {
    const whole = Number.isInteger(point.month) && Number.isInteger(point.percent);
    if (
      !whole ||
      point.month <= last.month ||
      point.month > 12 ||
      point.percent < last.percent ||
      point.percent > 100
    ) {
      throw new RuleViolation(
        'bad-target-curve',
        `目标进度“${point.month}月 ${point.percent}%”有误：月份须逐个递增（1–12），百分比须为 0–100 的整数且不下降。`,
        { ...point },
      );
    }
    last = point;
  }
}
