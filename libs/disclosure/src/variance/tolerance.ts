import type { Item } from '@juesuan/account';
import { type Fen, formatWan, percent } from '@juesuan/kernel';
import type { Profile } from '../profile/schema';

type Amounts = Pick<Item, 'original' | 'actual'>;

/** Whether an amount is seen at all where it is printed in 万元. */
export const prints = (fen: Fen): boolean => formatWan(fen) !== '0.00';

/** Whether a rate may be stated on a base: not on nothing, nor on what prints as nothing (完成年初预算的300000.00%) or is overdrawn. */
export const bearsRate = (base: Fen): boolean => base > 0 && prints(base);

/** A rate as sentences state it; null where its base bears none. */
export const statedRate = (
  part: Fen,
  base: Fen,
  { percentDecimals }: Pick<Profile, 'percentDecimals'>,
): string | null => (bearsRate(base) ? percent(part, base, percentDecimals) : null);

/** A reader sees no difference, whatever the exact amounts are. */
export const isEqualAsPrinted = ({ original, actual }: Amounts): boolean => formatWan(original) === formatWan(actual);

/** Level, equal as printed, or off by no more than the profile's tolerance of the initial budget; exact, from 分. */
export const isNearlyLevel = (amounts: Amounts, profile: Pick<Profile, 'tolerancePercent'>): boolean =>
  isEqualAsPrinted(amounts) || isWithinTolerance(amounts, profile);

/** Whether a comparison calls two amounts level: nothing is printed between them, or they print alike and no rate tells otherwise. */
export const isLevel = (amounts: Amounts, profile: Pick<Profile, 'tolerancePercent'>): boolean =>
  !prints(amounts.actual - amounts.original) || (isEqualAsPrinted(amounts) && isWithinTolerance(amounts, profile));

function isWithinTolerance(
  { original, actual }: Amounts,
  { tolerancePercent }: Pick<Profile, 'tolerancePercent'>,
): boolean {
  const off = BigInt(Math.abs(actual - original));
  // The tolerance is a setting of at most a few decimals; millionths of a percent are finer than any.
  return off * 100_000_000n <= BigInt(original) * BigInt(Math.round(tolerancePercent * 1_000_000));
}
