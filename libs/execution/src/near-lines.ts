import { RuleViolation } from '@juesuan/kernel';
import type { BudgetYear } from './budget-year';
import { type BudgetLine, describeLine, lineKey } from './line';

const NAMED = 3;

/** What a line without any quota is refused with: most likely one of the unit's lines was meant, so the nearest are named. */
export function withoutLine(year: BudgetYear, line: BudgetLine, taking: string): RuleViolation {
  const near = nearestTo(line, year);
  const nearest = near.map(describeLine).join('；');
  const others = nearest === '' ? '本单位本年还没有任何指标' : `本单位相近的指标：${nearest}`;
  const text =
    `没有指标 ${describeLine(line)}，可用 0.00 元，不能${taking}（无预算不支出）。${others}。` +
    `请核对科目、资金性质、支出类型和项目名称，或先下达该指标。`;
  return new RuleViolation('quota-exceeded', text, {
    line: lineKey(line),
    nearest: near[0] ? lineKey(near[0]) : null,
  });
}

const CLASS = 3;
const SECTION = 5;

/** The lines that share most parts with one that is none of them. An import may ask it of every row, so the walk ends early. */
function nearestTo(line: BudgetLine, { lines }: BudgetYear): BudgetLine[] {
  const byShared = Array.from({ length: PARTS }, (): BudgetLine[] => []);
  for (const { line: other } of lines.values()) {
    const alike = byShared[sharedParts(other, line)] ?? [];
    if (alike.length < NAMED) alike.push(other);
    if (byShared[PARTS - 1]?.length === NAMED) break;
  }
  return byShared.reverse().flat().slice(0, NAMED);
}

const PARTS = 6;

/** How many parts of one line the other has: code by code, then fund, kind and project. */
const sharedParts = (a: BudgetLine, b: BudgetLine): number =>
  Number(a.item === b.item) +
  Number(a.item.startsWith(b.item.slice(0, SECTION))) +
  Number(a.item.startsWith(b.item.slice(0, CLASS))) +
  Number(a.fundSource === b.fundSource) +
  Number(a.kind === b.kind) +
  Number(a.project === b.project);
