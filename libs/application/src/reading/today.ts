import { type BusinessDate, firstDay, type Instant, lastDay } from '@juesuan/kernel';

const CHINA_MS = 8 * 3_600_000;

/** The day that it is in Asia/Shanghai at an instant. */
export const dayIn = (instant: Instant): BusinessDate =>
  new Date(Date.parse(instant) + CHINA_MS).toISOString().slice(0, 10);

/** An instant as people in China read it, `2026-11-21 13:05:07`. */
export const instantInWords = (instant: Instant): string =>
  new Date(Date.parse(instant) + CHINA_MS).toISOString().slice(0, 19).replace('T', ' ');

/** The day it is (at an instant: that it was) in Asia/Shanghai, kept within a year: where a year is asked about without a day, it stands here. */
export function dayWithin(year: number, now: Instant = new Date().toISOString()): BusinessDate {
  const today = dayIn(now);
  if (today < firstDay(year)) return firstDay(year);
  return today > lastDay(year) ? lastDay(year) : today;
}
