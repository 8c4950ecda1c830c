import { STANDARD_SETTINGS, type WatchSettings } from '@juesuan/execution';

/** How far execution may be behind time, in percentage points, before it is a warning, and before it needs a written reply. */
export type LagLimits = Pick<WatchSettings['limits'], 'lagWarn' | 'lagReply'>;

export type Lag = 'none' | 'warn' | 'reply';

/** Whether a 执行率 is behind 序时进度 by more than the limits; both printed in percent with two decimals. No rate, no lag. */
export function lagOf(
  rate: string | null,
  timeProgress: string,
  { lagWarn, lagReply }: LagLimits = STANDARD_SETTINGS.limits,
): Lag {
  if (rate === null) return 'none';
  const behind = hundredths(timeProgress) - hundredths(rate);
  if (behind > lagReply * 100) return 'reply';
  return behind > lagWarn * 100 ? 'warn' : 'none';
}

/** `83.21` → 8321, an integer: shares are compared as exactly as they are printed. */
const hundredths = (printed: string): number => Number(printed.replace('.', ''));
