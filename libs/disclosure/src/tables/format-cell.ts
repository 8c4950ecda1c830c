import { groupThousands } from '@juesuan/kernel';
import type { Profile } from '../profile/schema';

/** A value of a table as the profile prints it: zero as 0.00 or blank, thousands grouped or not. */
export function formatCell(value: string, { tables }: Pick<Profile, 'tables'>): string {
  if (value === '0.00') return tables.zero;
  return tables.groupThousands ? groupThousands(value) : value;
}
