import { type BudgetLine, describeLine, lineKey } from '@juesuan/execution';
import type { Fen } from '@juesuan/kernel';
import type { Balance, Measure } from '../entry';
import { measuresIn } from '../measures';
import { sumWhere } from './paper';

/** One budget line of one unit with all its balances. */
export interface LedgerLine {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly balances: readonly Balance[];
}

/** Measures that add up, with their own signs, to 全年预算数 (DOMAIN.md §1, finalBudget). */
export const FINAL_BUDGET: readonly Measure[] = measuresIn('original', 'changes');
/** Measures that add up to 决算数. */
export const ACTUAL: readonly Measure[] = measuresIn('paid');
export const YEAR_END: readonly Measure[] = measuresIn('carriedOut');

/** The sum of the balances of some measures. */
export const totalOf = (balances: readonly Balance[], measures: readonly Measure[]): Fen =>
  sumWhere(balances, ({ measure }) => measures.includes(measure));

/** A line's key over all units. */
export const keyOf = (unit: string, line: BudgetLine): string => `${unit}|${lineKey(line)}`;

/** The budget lines that balances speak of; money that stands on no line (income, opening balances) is left out. */
export function linesOf(balances: readonly Balance[]): LedgerLine[] {
  const lines = new Map<string, { name: string; unit: string; balances: Balance[] }>();
  for (const balance of balances) {
    const line = lineOf(balance);
    if (line === null) continue;
    const key = keyOf(balance.unit, line);
    const own = lines.get(key);
    if (own) own.balances.push(balance);
    else lines.set(key, { name: nameOf(balance.unit, line), unit: balance.unit, balances: [balance] });
  }
  return [...lines].map(([key, line]) => ({ key, ...line }));
}

/** A line as answers name it. */
export const nameOf = (unit: string, line: BudgetLine): string => `单位 ${unit} 指标 ${describeLine(line)}`;

const lineOf = ({ fundSource, item, kind, project }: Balance): BudgetLine | null =>
  fundSource === '' || kind === '' ? null : { fundSource, item, kind, project };
