/** What stands in one place of two lists instead of each other; one side may be empty. */
export interface Hunk {
  /** Where the first list has it, and the second. */
  readonly at: readonly [number, number];
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** Where two lists of texts differ, in order: what both have in the same order (a longest such run) is left out. */
export function hunksOf(first: readonly string[], second: readonly string[]): Hunk[] {
  const same = (a: number, b: number): boolean => first[a] === second[b];
  let start = 0;
  while (start < Math.min(first.length, second.length) && same(start, start)) start += 1;
  let [a, b] = [first.length, second.length];
  while (a > start && b > start && same(a - 1, b - 1)) [a, b] = [a - 1, b - 1];
  const common = commonIn(first.slice(start, a), second.slice(start, b));
  const stops = [...common.map(([x, y]) => [start + x, start + y] as const), [a, b] as const];
  let from: readonly [number, number] = [start, start];
  return stops.flatMap((stop): Hunk[] => {
    const at = from;
    from = [stop[0] + 1, stop[1] + 1];
    const hunk = { at, first: first.slice(at[0], stop[0]), second: second.slice(at[1], stop[1]) };
    return hunk.first.length + hunk.second.length === 0 ? [] : [hunk];
  });
}

/** Every place of either list beside its place in the other; what stands instead of each other is taken in order, null beside what only one has. */
export function pairsOf(first: readonly string[], second: readonly string[]): [number | null, number | null][] {
  const pairs: [number | null, number | null][] = [];
  let [a, b] = [0, 0];
  for (const hunk of [
    ...hunksOf(first, second),
    { at: [first.length, second.length], first: [], second: [] },
  ] as Hunk[]) {
    while (a < hunk.at[0]) pairs.push([a++, b++]);
    for (let index = 0; index < Math.max(hunk.first.length, hunk.second.length); index += 1)
      pairs.push([index < hunk.first.length ? a++ : null, index < hunk.second.length ? b++ : null]);
  }
  return pairs;
}

/** The places of a longest common subsequence. */
function commonIn(first: readonly string[], second: readonly string[]): [number, number][] {
  const width = second.length + 1;
  const longest = new Uint32Array((first.length + 1) * width);
  const at = (a: number, b: number): number => longest[a * width + b] ?? 0;
  for (let a = first.length - 1; a >= 0; a -= 1)
    for (let b = second.length - 1; b >= 0; b -= 1)
      longest[a * width + b] = first[a] === second[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
  const places: [number, number][] = [];
  for (let [a, b] = [0, 0]; a < first.length && b < second.length;) {
    if (first[a] === second[b]) places.push([a++, b++]);
    else if (at(a + 1, b) >= at(a, b + 1)) a += 1;
    else b += 1;
  }
  return places;
}
