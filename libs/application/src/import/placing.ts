import type { Unit } from '@juesuan/account';
import type { CellError } from '@juesuan/documents';
import { TOP_UNIT } from './columns';
import { grouped } from './grouped';
import type { Planned } from './plan';

/** Rows with their units, or what is wrong with the units; notices are told and refuse nothing. */
export interface Placed {
  readonly planned: readonly Planned[];
  readonly errors: readonly CellError[];
  readonly notices: readonly string[];
}

/** Every unit's parent: those that the import lists and those that were opened before. */
type Parents = ReadonlyMap<string, string | null>;

/**
 * Puts every row on its unit, which is one of 00-单位 or was opened before; facts (05–07) go to the top of the tree that the
 * import is about. A top is a unit without a parent, or with one that is neither listed nor opened.
 */
export function placeRows(rows: readonly Planned[], opened: readonly Unit[]): Placed {
  const listed = rows.filter(({ command }) => command.type === 'OpenFiscalYear');
  const parents = new Map(opened.map(({ code, parent }) => [code, parent]));
  for (const row of listed) parents.set(row.unit, parentOf(row));
  const circles = listed.flatMap((row) => circleOf(row, parents));
  if (circles.length > 0) return { planned: rows, errors: circles, notices: [] };
  const tops = new Map<string, Planned>();
  for (const row of listed) keepFirst(tops, topOf(row.unit, parents), row);
  const orphans = [...tops].filter(([top, row]) => top === row.unit && parentOf(row) !== null);
  if (tops.size > 1) return { planned: rows, errors: twoTops(tops, orphans), notices: [] };
  const top = [...tops.keys()][0] ?? onlyTop(rows, parents);
  const planned = rows.map((row) => (row.unit === TOP_UNIT ? { ...row, unit: top ?? TOP_UNIT } : row));
  const unknown = grouped(
    planned.filter(({ unit }) => !parents.has(unit)),
    ({ unit }) => unit,
  );
  const errors = [...unknown.values()].flatMap(unknownUnit);
  return { planned, errors, notices: orphans.map(([, row]) => withoutParent(row)) };
}

/** Without 00-单位: the top of the units that the rows name, else the only one that was opened; undefined where that is not one. */
function onlyTop(rows: readonly Planned[], parents: Parents): string | undefined {
  const named = rows.map(({ unit }) => unit).filter((unit) => parents.has(unit));
  const tops = new Set((named.length > 0 ? named : [...parents.keys()]).map((unit) => topOf(unit, parents)));
  return tops.size === 1 ? [...tops][0] : undefined;
}

const parentOf = ({ command }: Planned): string | null =>
  command.type === 'OpenFiscalYear' ? command.data.parentCode : null;

function keepFirst<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}

/** The last unit on the way up; in a circle, the one where it begins again. */
function topOf(unit: string, parents: Parents): string {
  const passed = new Set([unit]);
  let top = unit;
  for (let above = parents.get(top); above && parents.has(above) && !passed.has(above); above = parents.get(top)) {
    passed.add(above);
    top = above;
  }
  return top;
}

/** A chain of parents that returns to the unit has no top. */
function circleOf(row: Planned, parents: Parents): CellError[] {
  const passed = new Set<string>();
  for (let above = parents.get(row.unit); above && !passed.has(above); above = parents.get(above)) passed.add(above);
  if (!passed.has(row.unit)) return [];
  const rule = parentOf(row) === row.unit ? '上级单位是它自己' : `上下级成环：${[row.unit, ...passed].join(' → ')}`;
  return [row.reader.fault('上级单位编码', rule, '请改填真正的上级；最上级的部门或单位此栏留空')];
}

/** A parent that nobody knows is most likely mistyped: then that is what is wrong, not the number of departments. */
function twoTops(tops: ReadonlyMap<string, Planned>, orphans: readonly (readonly [string, Planned])[]): CellError[] {
  if (orphans.length > 0 && orphans.length < tops.size) {
    const advice = '请核对编码，或在 00-单位 中补上该上级单位';
    return orphans.map(([, { reader }]) =>
      reader.fault('上级单位编码', '上级单位不在 00-单位 中，也未曾开启本年度', advice),
    );
  }
  const rule = `本次导入有 ${tops.size} 个最上级单位：${[...tops.keys()].join('、')}，05–07 不知归属哪一个`;
  const advice = '一次只导入一个部门：下级单位请填上级单位编码，另一个部门请分开导入';
  return [...tops.values()].map(({ reader }) => reader.fault('上级单位编码', rule, advice));
}

const withoutParent = (row: Planned): string =>
  `${row.reader.place}：单位 ${row.unit} 的上级 ${parentOf(row)} 不在 00-单位 中，也未曾开启本年度，按最上级单位处理；如是编码有误，请先更正再导入。`;

/** Told once for all rows of a unit: what is missing is its row in 00-单位. */
function unknownUnit(rows: readonly Planned[]): CellError[] {
  const [first] = rows;
  if (!first) return [];
  const { reader } = first;
  const all = rows.length > 1 ? `（共 ${rows.length} 行）` : '';
  if ('单位编码' in reader.row.cells) {
    const advice = '请核对编码，或在 00-单位 中补上该单位';
    return [reader.fault('单位编码', `单位不在 00-单位 中，也未曾开启本年度${all}`, advice)];
  }
  return [reader.fault(null, `不知道归属哪个部门或单位${all}`, '请在同一次导入中附上 00-单位')];
}
