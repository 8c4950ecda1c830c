/** How far execution may be behind time, in percentage points, before it is a warning, and before it needs a written reply. */
export interface LagLimits {
  readonly warn: number;
  readonly reply: number;
}

/** DOMAIN.md §6. */
export const LAG_LIMITS: LagLimits = { warn: 10, reply: 20 };

export type Lag = 'none' | 'warn' | 'reply';

/** Whether a 执行率 is behind 序时进度 by more than the limits; both printed in percent with two decimals. No rate, no lag. */
export function lagOf(rate: string | null, timeProgress: string, limits: LagLimits = LAG_LIMITS): Lag {
  if (rate === null) return 'none';
  const behind = hundredths(timeProgress) - hundredths(rate);
  if (behind > limits.reply * 100) return 'reply';
  return behind > limits.warn * 100 ? 'warn' : 'none';
}

/** `83.21` → 8321, an integer: shares are compared as exactly as they are printed. */
const hundredths = (printed: string): number => Number(printed.replace('.', ''));
