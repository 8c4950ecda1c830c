import { formatYuan } from '@juesuan/kernel';
import { type Answer, notRun } from './check';
import { nameOf, type Side } from './side';

type Relation = '=' | '≥' | '≤';

/** Two sides that must stand in a relation, with the difference that rounding may make. */
export interface Comparison {
  readonly left: Side;
  readonly right: Side;
  readonly relation: Relation;
  readonly unit: '万元' | '元';
  /** In half hundredths of the unit: one for every rounded figure (0.005 万元 each). */
  readonly slack: number;
}

/** ENV: printed parts against a printed sum may miss it by 0.005 万元 × (non-zero parts + 1) (DOMAIN.md §7). */
export const within = (left: Side, right: Side, relation: Relation = '='): Comparison => ({
  left,
  right,
  relation,
  unit: '万元',
  slack: Math.max(1, left.roundings) + right.roundings,
});

/** SAME: one fact printed twice is equal to the last digit. */
export const same = (left: Side, right: Side, relation: Relation = '='): Comparison => ({
  left,
  right,
  relation,
  unit: '万元',
  slack: 0,
});

/** FEN: the ledger agrees to the 分. */
export const toTheFen = (left: Side, right: Side, relation: Relation = '='): Comparison => ({
  left,
  right,
  relation,
  unit: '元',
  slack: 0,
});

/** Leaves out rows in which neither side prints anything. */
export const speaking = (comparisons: readonly Comparison[]): Comparison[] =>
  comparisons.filter(
    ({ left, right }) => left.value !== 0 || right.value !== 0 || left.roundings + right.roundings > 0,
  );

/**
 * The one answer to many comparisons: the worst failure with both sides, the difference and `advice` on what to look at; else
 * the largest tail difference; else that all held, with the first as example.
 */
export function compare(comparisons: readonly Comparison[], advice: string, none = '表中没有数字'): Answer {
  const [first] = comparisons;
  if (first === undefined) return notRun(none);
  const missed = comparisons.filter((one) => excess(one) > 0);
  const failed = missed.filter(isBroken);
  const tails = missed.filter((one) => !isBroken(one));
  const worst = largest(failed) ?? largest(tails) ?? first;
  const sides = { left: shown(worst, worst.left.value), right: shown(worst, worst.right.value) };
  const count = comparisons.length;
  if (failed.length > 0) return { outcome: 'failed', ...sides, says: failure(worst, advice, count, failed.length) };
  if (tails.length > 0) return { outcome: 'tail', ...sides, says: tailDifference(worst, count, tails.length) };
  const example = `${named(worst)}${sides.left} ${worst.unit} ${worst.relation} ${opposite(worst)}${sides.right} ${worst.unit}`;
  return {
    outcome: 'held',
    ...sides,
    says: count === 1 ? `${example}。` : `共核对 ${count} 处，全部成立，如${example}。`,
  };
}

const isBroken = (comparison: Comparison): boolean => !(excess(comparison) * 2 <= comparison.slack);

/** By how much the relation is missed; a figure that is no number misses it without limit. */
function excess({ left, right, relation }: Comparison): number {
  const difference = left.value - right.value;
  if (Number.isNaN(difference)) return Infinity;
  if (relation === '=') return Math.abs(difference);
  return Math.max(0, relation === '≥' ? -difference : difference);
}

const largest = (comparisons: readonly Comparison[]): Comparison | undefined =>
  comparisons.reduce<Comparison | undefined>(
    (worst, one) => (worst === undefined || excess(one) > excess(worst) ? one : worst),
    undefined,
  );

const MUST_BE: Readonly<Record<Relation, string>> = { '=': '应等于', '≥': '应不小于', '≤': '应不大于' };

function failure(worst: Comparison, advice: string, count: number, failures: number): string {
  const { left, right, relation, unit } = worst;
  const amount = (value: number): string => (isAmount(value) ? `${shown(worst, value)} ${unit}` : NO_AMOUNT);
  const sides = `${named(worst)}${amount(left.value)}，${MUST_BE[relation]}${opposite(worst)}${amount(right.value)}`;
  const difference = left.value - right.value;
  const apart = isAmount(difference) ? `，相差 ${amount(difference)}` : '';
  const among = count === 1 ? '' : `（共核对 ${count} 处，${failures} 处不成立）`;
  return `${sides}${apart}；${advice}${among}。`;
}

function tailDifference(worst: Comparison, count: number, tails: number): string {
  const { left, right, unit } = worst;
  const sides = `${named(worst)}${shown(worst, left.value)} ${unit}，${opposite(worst)}${shown(worst, right.value)} ${unit}`;
  const among = count === 1 ? '' : `（共核对 ${count} 处，${tails} 处有尾数差，其余相等）`;
  const difference = `相差 ${shown(worst, left.value - right.value)} ${unit}，在尾数误差 ${thousandths(worst.slack * 5)} ${unit}以内`;
  return `${sides}，${difference}，系各数分别四舍五入所致，不必调整${among}。`;
}

const named = ({ left }: Comparison): string => `${nameOf(left)} `;

/** The other side; its table is not said again. */
const opposite = ({ left, right }: Comparison): string =>
  `${right.table === left.table ? right.label : nameOf(right)} `;

const NO_AMOUNT = '非数字';
const isAmount = (value: number): boolean => Number.isSafeInteger(value);

/** Tables print 万元 without grouping, messages group 元 (CASES.md, kernel). */
function shown({ unit }: Comparison, value: number): string {
  if (!isAmount(value)) return NO_AMOUNT;
  const text = formatYuan(value === 0 ? 0 : value);
  return unit === '万元' ? text.replaceAll(',', '') : text;
}

function thousandths(count: number): string {
  const digits = String(count).padStart(4, '0');
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

const SHOWN_FAULTS = 3;

/** The answer of a check that looks for faults instead of comparing sums: sides are faults found and faults allowed. */
export function faultless(faults: readonly string[], held: string, advice: string): Answer {
  if (faults.length === 0) return { outcome: 'held', left: '0', right: '0', says: `${held}。` };
  const more = faults.length > SHOWN_FAULTS ? `（共 ${faults.length} 处）` : '';
  const says = `${faults.slice(0, SHOWN_FAULTS).join('，')}${more}；${advice}。`;
  return { outcome: 'failed', left: String(faults.length), right: '0', says };
}
