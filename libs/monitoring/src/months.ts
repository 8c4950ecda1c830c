import { type Balance, linePartsOf } from '@juesuan/account';
import type { TargetPoint } from '@juesuan/execution';
import { addFen, type BusinessDate, type Fen, percent } from '@juesuan/kernel';
import { TARGET_CURVE, targetAt } from './progress';

/** What moved on a balance within one month, `2023-06`. */
export type MonthlyBalance = Balance & { readonly month: string };

/** A month of the year: what was paid in it, and where the year stood at its end. Amounts in 分, shares printed in percent. */
export interface ExecutionMonth {
  readonly month: number;
  readonly paid: Fen;
  /** Paid since the year began. */
  readonly cumulative: Fen;
  /** 全年预算数 as it was at the month's end. */
  readonly final: Fen;
  /** 执行率 = cumulative ÷ final; null where there is no 全年预算数. */
  readonly rate: string | null;
  /** What the target curve asks for at the month's end. */
  readonly target: string;
}

/** The months up to a day, the last one as far as it went. */
export function executionMonths(
  year: number,
  asOf: BusinessDate,
  moved: readonly MonthlyBalance[],
  curve: readonly TargetPoint[] = TARGET_CURVE,
): ExecutionMonth[] {
  const months = Array.from({ length: Number(asOf.slice(5, 7)) }, (_, index) => index + 1);
  let [cumulative, final]: [Fen, Fen] = [0, 0];
  return months.map((month) => {
    const named = `${year}-${String(month).padStart(2, '0')}`;
    const parts = linePartsOf(
      moved.filter((each) => each.month === named && each.fundSource !== '' && each.kind !== ''),
    );
    cumulative = addFen(cumulative, parts.paid);
    final = addFen(final, parts.final);
    const rate = percent(cumulative, final, 2);
    return { month, paid: parts.paid, cumulative, final, rate, target: targetAt(year, monthEnd(named), curve) };
  });
}

/** The last day of a month. */
const monthEnd = (month: string): BusinessDate => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};
