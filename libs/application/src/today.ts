import { type BusinessDate, firstDay, lastDay } from '@juesuan/kernel';

const CHINA_MS = 8 * 3_600_000;

/** The day it is in Asia/Shanghai, kept within a year: where a year is asked about without a day, it stands here. */
export function dayWithin(year: number, now: Date = new Date()): BusinessDate {
  const today = new Date(now.getTime() + CHINA_MS).toISOString().slice(0, 10);
  if (today < firstDay(year)) return firstDay(year);
  return today > lastDay(year) ? lastDay(year) : today;
}
