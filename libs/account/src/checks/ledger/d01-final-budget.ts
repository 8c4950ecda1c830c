import { finalBudget, type LineTotals } from '@juesuan/execution';
import { type Fen, sumFen } from '@juesuan/kernel';
import type { Balance } from '../../entry';
import { signSaid } from '../../measures';
import type { Check, Evidence } from '../check';
import { compare, type Comparison, toTheFen } from '../comparison';
import { FINAL_BUDGET, keyOf, type LedgerLine, linesOf, nameOf, totalOf } from '../ledger';
import { exactSide } from '../side';

/**
 * Line by line the formula, which adds and takes off amounts by what they are called, gives 全年预算数: what the write side holds
 * where it was asked, else the sum of the ledger's signed amounts (which misses it where an amount carries the wrong sign).
 */
export const finalBudgetAddsUp: Check = {
  id: 'D01',
  scope: '台账',
  formula: '年初+追加-追减±调剂+结转-收回=全年预算（逐维度、分）',
  tolerance: 'FEN',
  severity: 'error',
  run: (evidence) => compare(comparisonsOf(evidence), '请核对该指标的年初预算和年中调整，或重建台账', '没有预算指标'),
};

function comparisonsOf({ account, writeSide }: Evidence): Comparison[] {
  const lines = linesOf(account.balances);
  if (writeSide === null)
    return lines.map((line) => against(line, totalOf(line.balances, FINAL_BUDGET), '台账全年预算'));
  const held = linesHeld(writeSide);
  const ledger = new Map(lines.map((line) => [line.key, line]));
  const missing = [...held].filter(([key]) => !ledger.has(key)).map(([key, { name }]) => empty(key, name));
  return [...lines, ...missing].map((line) => against(line, held.get(line.key)?.amount ?? 0, '指标全年预算'));
}

const against = ({ name, balances }: LedgerLine, amount: Fen, label: string): Comparison =>
  toTheFen(exactSide(`${name} 年初＋追加－追减±调剂＋结转－收回`, byFormula(balances)), exactSide(label, amount));

const byFormula = (balances: readonly Balance[]): Fen =>
  sumFen(
    balances
      .filter(({ measure }) => FINAL_BUDGET.includes(measure))
      .map((balance) => (signSaid(balance) ?? 1) * Math.abs(balance.amount)),
  );

const linesHeld = (writeSide: ReadonlyMap<string, readonly LineTotals[]>): Map<string, { name: string; amount: Fen }> =>
  new Map(
    [...writeSide].flatMap(([unit, lines]) =>
      lines.map((one) => [keyOf(unit, one.line), { name: nameOf(unit, one.line), amount: finalBudget(one) }] as const),
    ),
  );

const empty = (key: string, name: string): LedgerLine => ({ key, name, unit: '', balances: [] });
