import { RuleViolation } from '@juesuan/kernel';
import type { BudgetYear } from './budget-year';
import { type BudgetLine, describeLine, lineKey } from './line';

const NAMED = 3;

/** What a line without any quota is refused with: most likely one of the unit's lines was meant, so the nearest are named. */
export function withoutLine(year: BudgetYear, line: BudgetLine, taking: string): RuleViolation {
  const near = [...year.lines.values()]
    .map((each) => ({ line: each.line, shared: sharedParts(each.line, line) }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, NAMED)
    .map((each) => each.line);
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

/** How much of one line the other has: code by code, then fund, kind and project. */
function sharedParts(a: BudgetLine, b: BudgetLine): number {
  const alike = [
    a.item === b.item,
    a.item.slice(0, SECTION) === b.item.slice(0, SECTION),
    a.item.slice(0, CLASS) === b.item.slice(0, CLASS),
    a.fundSource === b.fundSource,
    a.kind === b.kind,
    a.project === b.project,
  ];
  return alike.filter((same) => same).length;
}
