import type { User } from './user';

/** A unit as far as rights go: where it stands in the tree of a year. */
export interface UnitInTree {
  readonly code: string;
  readonly parent: string | null;
}

type Entitled = Pick<User, 'roles' | 'units'>;

/**
 * Whether a user may record, review or close for a unit: one of her codes is the unit or stands above it. Administrators look after
 * every unit, whatever is listed for them: they make users and could list any. Which action her role allows is asked elsewhere; a unit that is not in the tree counts as standing alone.
 */
export const mayTouch = (user: Entitled, unit: string, tree: readonly UnitInTree[]): boolean =>
  user.roles.includes('administrator') || upwards(unit, tree).some((code) => user.units.includes(code));

/** Whether a user may see a unit's figures. A supervisor sees her whole department: everything below the root of her units. */
export function mayRead(user: Entitled, unit: string, tree: readonly UnitInTree[]): boolean {
  if (mayTouch(user, unit, tree)) return true;
  if (!user.roles.includes('supervisor')) return false;
  const root = upwards(unit, tree).at(-1);
  return user.units.some((code) => upwards(code, tree).at(-1) === root);
}

/** The codes of a tree that a user may see, in the tree's order. */
export const readableUnits = (user: Entitled, tree: readonly UnitInTree[]): string[] =>
  tree.map(({ code }) => code).filter((code) => mayRead(user, code, tree));

/** A unit and what stands above it, up to the root; a circle ends where it begins again. */
function upwards(unit: string, tree: readonly UnitInTree[]): string[] {
  const parents = new Map(tree.map(({ code, parent }) => [code, parent]));
  const way: string[] = [];
  for (let code: string | null = unit; code !== null && !way.includes(code); code = parents.get(code) ?? null) {
    way.push(code);
  }
  return way;
}
