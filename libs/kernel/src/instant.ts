import { isBusinessDate } from './business-date';
import { RuleViolation } from './violation';

/** When something was recorded: a UTC instant to the millisecond, `2023-04-07T06:30:00.000Z`; compares as text. */
export type Instant = string;

// A plus sign that was written bare into an address arrives as a blank.
const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?)(?:[Zz]|([+\- ])([01]\d|2[0-3]):([0-5]\d))$/;
const MINUTE_MS = 60_000;

/**
 * Reads an instant with its timezone (RFC 3339: `2023-04-07T14:30:00+08:00`), or a day, which stands for its end in Asia/Shanghai.
 * Throws RuleViolation `not-an-instant` for everything else: without a timezone nobody knows which instant is meant.
 */
export function parseInstant(text: string): Instant {
  const written = isBusinessDate(text) ? `${text}T23:59:59.999+08:00` : text.trim();
  const [found, day = '', time = '', sign = '+', hours = '0', minutes = '0'] = RFC_3339.exec(written) ?? [];
  if (found === undefined || !isBusinessDate(day)) {
    const says = `“${text}”不是时刻，应写作 2023-04-07T14:30:00+08:00（带时区），或一天，如 2023-04-07（到这一天结束为止）。`;
    throw new RuleViolation('not-an-instant', says, { value: text });
  }
  const ahead = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS * (sign === '-' ? -1 : 1);
  return new Date(Date.parse(`${day}T${time}Z`) - ahead).toISOString();
}
