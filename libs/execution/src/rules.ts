import { type CodeBook, isFiscal, THREE_PUBLIC_KINDS, threePublicKindOf } from '@juesuan/classification';
import { type BusinessDate, exactFen, type Fen, formatYuan, RuleViolation, yearOf } from '@juesuan/kernel';
import { available, type BudgetYear, type LineTotals } from './budget-year';
import { emptyLine } from './evolve';
import { type BudgetLine, describeLine, lineKey } from './line';
import type { Document } from './events';

/** What deciding needs beside the year itself. */
export interface Books {
  readonly functional: CodeBook;
  readonly economic: CodeBook;
}

/** An amount of a movement: a positive whole number of 分 that sums stay exact with. */
export function assertAmount(amount: Fen): void {
  exactFen(amount);
  if (amount <= 0) {
    throw new RuleViolation('amount-not-positive', `金额 ${formatYuan(amount)} 元须大于零；减少请用相应的事项类型。`, {
      amount,
    });
  }
}

/** Business dates lie in the fiscal year (the calendar year). */
export function assertInYear(date: BusinessDate, year: number): void {
  if (yearOf(date) === year) return;
  throw new RuleViolation('date-outside-year', `日期 ${date} 不在 ${year} 财政年度内。`, { date, year });
}

/** A mid-year change proves itself by 文号, date and 事由 (DOMAIN.md §2). */
export function assertDocument(document: Document, year: number): void {
  if (document.documentNumber.trim() === '')
    throw new RuleViolation('no-document-number', '缺文号：年中变动须有文号。');
  if (document.purpose.trim() === '') throw new RuleViolation('no-purpose', '缺事由：年中变动须写明事由。');
  assertInYear(document.date, year);
}

/** The line's item is a leaf in force on the day; a department itself has no lines. */
export function assertLine(year: BudgetYear, line: BudgetLine, date: BusinessDate, books: Books): void {
  if (year.opened?.unitType === 'department') {
    const text = `${year.opened.unitCode} 是部门，没有预算指标；请记在所属单位上。`;
    throw new RuleViolation('department-has-no-lines', text, { unit: year.opened.unitCode });
  }
  books.functional.assertLeaf(line.item, date);
}

/** What a line has, whether or not anything was recorded on it. */
export const totalsOf = (year: BudgetYear, line: BudgetLine): LineTotals =>
  year.lines.get(lineKey(line)) ?? emptyLine(line);

/** 无预算不支出: no payment, cut, virement out, recall or freeze above the line's available quota. */
export function assertAvailable(year: BudgetYear, line: BudgetLine, amount: Fen, what: string, usable: Fen = 0): void {
  const left = available(totalsOf(year, line)) + usable;
  if (amount <= left) return;
  const missing = formatYuan(amount - left);
  const text =
    `指标 ${describeLine(line)} 可用 ${formatYuan(left)} 元，${what} ${formatYuan(amount)} 元，超出 ${missing} 元` +
    `（无预算不支出）。请先追加或调剂，或核对指标。`;
  throw new RuleViolation('quota-exceeded', text, { line: lineKey(line), available: left, amount });
}

/** A payment names what it buys: an economic leaf in force on the day. Only 上缴, 经营 and 补助 spending may leave it open. */
export function assertEconomic(line: BudgetLine, economicItem: string | null, date: BusinessDate, books: Books): void {
  if (economicItem !== null) return books.economic.assertLeaf(economicItem, date);
  if (line.kind !== 'basic' && line.kind !== 'project') return;
  throw new RuleViolation('no-economic-item', `支付须有经济分类科目（指标 ${describeLine(line)}）。`, {
    line: lineKey(line),
  });
}

/**
 * A unit with 三公 budgets spends no kind of it above its year's budget; a kind not listed has none. Units without any
 * budget have no ceiling (CASES.md). `leaving` is what the same command takes off the kind.
 */
export function assertThreePublicCeiling(
  year: BudgetYear,
  line: BudgetLine,
  economicItem: string | null,
  amount: Fen,
  leaving: { line: BudgetLine; economicItem: string | null; amount: Fen } | null = null,
): void {
  const kind = isFiscal(line.fundSource) ? threePublicKindOf(economicItem) : null;
  if (kind === null || year.threePublicBudget.size === 0) return;
  const left =
    leaving && isFiscal(leaving.line.fundSource) && threePublicKindOf(leaving.economicItem) === kind
      ? leaving.amount
      : 0;
  const paid = (year.threePublicPaid.get(kind) ?? 0) - left;
  const ceiling = year.threePublicBudget.get(kind) ?? 0;
  if (paid + amount <= ceiling) return;
  const text =
    `${THREE_PUBLIC_KINDS[kind]}全年预算 ${formatYuan(ceiling)} 元，已支出 ${formatYuan(paid)} 元，` +
    `再支付 ${formatYuan(amount)} 元将超预算 ${formatYuan(paid + amount - ceiling)} 元。`;
  throw new RuleViolation('three-public-exceeded', text, { kind, ceiling, paid, amount });
}
