import { type Fen, sumFen } from '@juesuan/kernel';

/** What belongs to units, by its unit, in the order met. */
export function byUnit<Each extends { readonly unit: string }>(all: readonly Each[]): Map<string, Each[]> {
  const units = new Map<string, Each[]>();
  for (const each of all) {
    const own = units.get(each.unit);
    if (own) own.push(each);
    else units.set(each.unit, [each]);
  }
  return units;
}

export const sumOf = (all: readonly { readonly amount: Fen }[]): Fen => sumFen(all.map(({ amount }) => amount));
