import type { Balance } from '@juesuan/account';
import type { Fen } from '@juesuan/kernel';
import { type ExecutionRow, executionBy, executionTotal } from '../execution';

/** Budget and actual side by side, on the same basis; amounts in 分. */
export interface BudgetComparison {
  /** Functional class; empty for all together. */
  readonly key: string;
  readonly original: Fen;
  readonly final: Fen;
  readonly actual: Fen;
  /** final − original: the changes that IPSAS 24.29 wants explained. */
  readonly changes: Fen;
  /** final − actual. */
  readonly left: Fen;
  /** actual − original: 差异 (DOMAIN.md §4). */
  readonly variance: Fen;
}

/**
 * The comparison of budget and actual amounts by functional class and in total (IPSAS 24.14: original budget, final budget, actual
 * amounts on a comparable basis, and their differences). Units are added up as they are, without consolidation, like execution.
 */
export function budgetComparison(balances: readonly Balance[]): {
  rows: BudgetComparison[];
  total: BudgetComparison;
} {
  return {
    rows: executionBy('class', balances).map(comparison),
    total: { ...comparison(executionTotal(balances)), key: '' },
  };
}

const comparison = ({ key, original, final, paid, changes }: ExecutionRow): BudgetComparison => ({
  key,
  original,
  final,
  actual: paid,
  changes,
  left: final - paid,
  variance: paid - original,
});
