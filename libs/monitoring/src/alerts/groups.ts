import { type Fen, sumFen } from '@juesuan/kernel';

/** What shares a key, by its key, in the order met. */
export function grouped<Each>(all: Iterable<Each>, keyOf: (each: Each) => string): Map<string, Each[]> {
  const groups = new Map<string, Each[]>();
  for (const each of all) {
    const key = keyOf(each);
    const own = groups.get(key);
    if (own) own.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}

/** What belongs to units, by its unit, in the order met. */
export const byUnit = <Each extends { readonly unit: string }>(all: readonly Each[]): Map<string, Each[]> =>
  grouped(all, ({ unit }) => unit);

export const sumOf = (all: readonly { readonly amount: Fen }[]): Fen => sumFen(all.map(({ amount }) => amount));
