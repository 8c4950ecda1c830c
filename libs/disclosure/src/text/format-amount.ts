import { type Fen, formatWan, groupThousands } from '@juesuan/kernel';
import type { Profile } from '../profile/schema';

/** An amount in 万元 as the profile's sentences print it, without sign: 9205.13, 620 or 2,817.04; the words say the direction. */
export function formatAmount(fen: Fen, { text }: Pick<Profile, 'text'>): string {
  const wan = formatWan(Math.abs(fen));
  const short = text.trimTrailingZeros ? wan.replace(/\.?0+$/, '') : wan;
  return text.groupThousands ? groupThousands(short) : short;
}
