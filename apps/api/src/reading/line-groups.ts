import type { LineAccount } from '@juesuan/account';
import { EXPENDITURE_KINDS, FUND_SOURCES } from '@juesuan/classification';
import type { LineGroupDto, LineGrouping } from './lines.dto';
import { totalOf } from './printing';

/** The names a group may need beside its key. */
export interface Names {
  readonly nameOf: (code: string) => string | null;
  readonly unitName: (unit: string) => string | null;
}

const KEY: Readonly<Record<LineGrouping, (account: LineAccount) => string>> = {
  class: ({ line }) => line.item.slice(0, 3),
  section: ({ line }) => line.item.slice(0, 5),
  item: ({ line }) => line.item,
  project: ({ line }) => line.project,
  unit: ({ unit }) => unit,
  fundSource: ({ line }) => line.fundSource,
  kind: ({ line }) => line.kind,
};

const coded = (key: string, name: string | null): string => (name === null ? key : `${key} ${name}`);

const NAME: Readonly<Record<LineGrouping, (key: string, names: Names) => string>> = {
  class: (key, { nameOf }) => coded(key, nameOf(key)),
  section: (key, { nameOf }) => coded(key, nameOf(key)),
  item: (key, { nameOf }) => coded(key, nameOf(key)),
  project: (key) => (key === '' ? '（没有项目）' : key),
  unit: (key, { unitName }) => coded(key, unitName(key)),
  fundSource: (key) => FUND_SOURCES[key as keyof typeof FUND_SOURCES],
  kind: (key) => EXPENDITURE_KINDS[key as keyof typeof EXPENDITURE_KINDS],
};

/** What a group is called. */
export const groupName = (by: LineGrouping, key: string, names: Names): string => NAME[by](key, names);

/** Where a line stands among the groups. */
export const groupOf = (account: LineAccount, by: LineGrouping): string => KEY[by](account);

/** Lines put together, each group with the sum of its own lines; groups stand in the order of their first line's key. */
export function lineGroups(lines: readonly LineAccount[], by: LineGrouping, names: Names): LineGroupDto[] {
  const groups = new Map<string, LineAccount[]>();
  for (const line of lines) {
    const key = KEY[by](line);
    const own = groups.get(key);
    if (own) own.push(line);
    else groups.set(key, [line]);
  }
  const inOrder = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([key, own]) => ({ key, name: NAME[by](key, names), count: own.length, total: totalOf(own) }));
}
