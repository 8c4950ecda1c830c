import { RuleViolation } from '@juesuan/kernel';

const FREE_FAILURES = 5;
const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 3_600_000;
/** A clock is set back by minutes without anybody's lock ending. */
const LONGEST_KNOWN_MS = 2 * LONGEST_LOCK_MS;

/** Failures that long ago no longer count. */
export const FORGOTTEN_AFTER_MS = 86_400_000;

/** How long a name stays locked after so many failures in a row: 1 minute after the fifth, twice as long each time, 1 hour at most. */
export function lockAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(FIRST_LOCK_MS * 2 ** (failures - FREE_FAILURES), LONGEST_LOCK_MS);
}

/** How much longer a lock lasts, 0 where there is none. One that lasts longer than any is of a clock that ran ahead and was set right. */
export function lockLeft(lockedUntil: number, now: number): number {
  const left = lockedUntil - now;
  return left > 0 && left <= LONGEST_KNOWN_MS ? left : 0;
}

export function lockedOut(milliseconds: number): RuleViolation {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  const wait = seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
  return new RuleViolation('locked-out', `登录失败次数过多，请 ${wait}后再试，或请管理员重设密码。`, { seconds });
}
