import { type BusinessDate, type Instant, isBusinessDate, parseInstant, RuleViolation } from '@juesuan/kernel';
import { dayIn } from './today';

/** From when something is looked at: what counts, and what was known. */
export interface Moment {
  /** The last business day that counts. */
  readonly asOf?: BusinessDate;
  /** Only what had been recorded until then. */
  readonly knownAt?: Instant;
}

/**
 * Reads the instant until which something is to be known: RFC 3339 with a timezone, or a day up to today. Throws RuleViolation for
 * what is neither, and for the future.
 */
export function knownInstant(text: string, now: Instant = new Date().toISOString()): Instant {
  const instant = parseInstant(text);
  if (instant <= now) return instant;
  if (isBusinessDate(text) && text === dayIn(now)) return now;
  const says = `${text} 还没有到，那时会记录什么现在无法知道；请填此刻或以前的时刻。`;
  throw new RuleViolation('not-yet-known', says, { knownAt: text });
}
