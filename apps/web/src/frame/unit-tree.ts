import type { components } from '../api/schema';

export type Unit = components['schemas']['UnitDto'];

/** Each unit's parent, looked up once for each answer of the service: every row of a page asks for it. */
const parents = new WeakMap<readonly Unit[], ReadonlyMap<string, string | null>>();

function parentsIn(tree: readonly Unit[]): ReadonlyMap<string, string | null> {
  const known = parents.get(tree) ?? new Map(tree.map(({ code, parent }) => [code, parent]));
  parents.set(tree, known);
  return known;
}

/** A unit and what stands above it; a circle ends where it begins again. */
export function upwards(unit: string, tree: readonly Unit[]): string[] {
  const above = parentsIn(tree);
  const way: string[] = [];
  for (let code: string | null = unit; code !== null && !way.includes(code); code = above.get(code) ?? null)
    way.push(code);
  return way;
}

/** The units at or below one whose own years are recorded on: a department is the sum of its units, any other unit has a year of its own. */
export const recordingUnder = (unit: string, tree: readonly Unit[]): readonly Unit[] =>
  tree.filter(({ code, type }) => type !== 'department' && upwards(code, tree).includes(unit));
