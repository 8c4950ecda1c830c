import {
  type CodeBook,
  EXPENDITURE_KINDS,
  FUND_SOURCES,
  isFiscal,
  THREE_PUBLIC_KINDS,
  threePublicKindOf,
} from '@juesuan/classification';
import {
  type BusinessDate,
  exactFen,
  type Fen,
  formatYuan,
  assertBusinessDate,
  RuleViolation,
  yearOf,
} from '@juesuan/kernel';
import { available, type BudgetYear, type LineTotals } from './budget-year';
import { emptyLine } from './evolve';
import { type BudgetLine, describeLine, lineKey } from './line';
import type { Document } from './events';
import { withoutLine } from './near-lines';

/** What deciding needs beside the year itself. */
export interface Books {
  readonly functional: CodeBook;
  readonly economic: CodeBook;
}

const INSTEAD =
  '要减少的，按事项另记正数：支付用退回或更正，年中增加的指标用追减或收回，冻结用解冻，收入用冲销，年初预算和年初结转结余用冲减';

/** An amount of a movement: a positive whole number of 分 that sums stay exact with. */
export function assertAmount(amount: Fen): void {
  exactFen(amount);
  if (amount <= 0) {
    const text = `金额 ${formatYuan(amount)} 元须大于零；${INSTEAD}。`;
    throw new RuleViolation('amount-not-positive', text, { amount: formatYuan(amount) });
  }
}

/** Business dates lie in the fiscal year (the calendar year). */
export function assertInYear(date: BusinessDate, year: number): void {
  assertBusinessDate(date);
  if (yearOf(date) === year) return;
  const text = `日期 ${date} 不在 ${year} 财政年度内；请核对日期，属于 ${yearOf(date)} 年度的请记在那一年度。`;
  throw new RuleViolation('date-outside-year', text, { date, year });
}

/** What undoes or moves something is dated no earlier than it: as of a day between, there would be less than nothing. */
export function assertNotBefore(date: BusinessDate, original: BusinessDate, what: string): void {
  if (date >= original) return;
  const text = `日期 ${date} 早于${what}的日期 ${original}，请填当天或以后的日期。`;
  throw new RuleViolation('before-the-original', text, { date, original });
}

/** A mid-year change proves itself by 文号, date and 事由 (DOMAIN.md §2). */
export function assertDocument(document: Document, year: number): void {
  if (document.documentNumber.trim() === '')
    throw new RuleViolation('no-document-number', '缺文号：年中变动须有文号。');
  if (document.purpose.trim() === '') throw new RuleViolation('no-purpose', '缺事由：年中变动须写明事由。');
  assertInYear(document.date, year);
}

/** A word of one of DOMAIN.md's closed vocabularies: what no table knows would be missing from them without a sound. */
export function assertWord(vocabulary: Readonly<Record<string, string>>, word: string, title: string): void {
  if (Object.hasOwn(vocabulary, word)) return;
  const known = Object.values(vocabulary).join('、');
  throw new RuleViolation('unknown-word', `${title}“${word}”不认识，可用：${known}。`, { word });
}

/** The line's item is a leaf in force on the day; a department itself has no lines. */
export function assertLine(year: BudgetYear, line: BudgetLine, date: BusinessDate, books: Books): void {
  if (year.opened?.unitType === 'department') {
    const text = `${year.opened.unitCode} 是部门，没有预算指标；请记在所属单位上。`;
    throw new RuleViolation('department-has-no-lines', text, { unit: year.opened.unitCode });
  }
  assertWord(FUND_SOURCES, line.fundSource, '资金性质');
  assertWord(EXPENDITURE_KINDS, line.kind, '支出类型');
  books.functional.assertLeaf(line.item, date);
}

/** Quota leaves a line even after its code has ended in mid-year: else it would be stuck there. */
export function assertGivingLine(year: BudgetYear, line: BudgetLine, date: BusinessDate, books: Books): void {
  if (!year.lines.has(lineKey(line))) assertLine(year, line, date, books);
}

/** What a line has, whether or not anything was recorded on it. */
export const totalsOf = (year: BudgetYear, line: BudgetLine): LineTotals =>
  year.lines.get(lineKey(line)) ?? emptyLine(line);

/** 无预算不支出: no payment, cut, virement out, recall or freeze above the line's available quota. */
export function assertAvailable(year: BudgetYear, line: BudgetLine, amount: Fen, what: string, usable: Fen = 0): void {
  const totals = totalsOf(year, line);
  const left = available(totals) + usable;
  if (amount <= left) return;
  if (!year.lines.has(lineKey(line))) throw withoutLine(year, line, `${what} ${formatYuan(amount)} 元`);
  const missing = formatYuan(amount - left);
  const held = totals.frozen - usable;
  const frozen = held > 0 ? `（另有冻结 ${formatYuan(held)} 元，不能动用）` : '';
  const text =
    `指标 ${describeLine(line)} 可用 ${formatYuan(left)} 元${frozen}，${what} ${formatYuan(amount)} 元，超出 ${missing} 元` +
    `（无预算不支出）。请先追加或调剂，或核对指标。`;
  throw new RuleViolation('quota-exceeded', text, {
    line: lineKey(line),
    available: formatYuan(left),
    amount: formatYuan(amount),
  });
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
 * budget have no ceiling (CASES.md). A correction that comes from the same kind (`leaving`) adds nothing to it.
 */
export function assertThreePublicCeiling(
  year: BudgetYear,
  line: BudgetLine,
  economicItem: string | null,
  amount: Fen,
  leaving: string | null = null,
): void {
  const kind = isFiscal(line.fundSource) ? threePublicKindOf(economicItem) : null;
  if (kind === null || year.threePublicBudget.size === 0) return;
  if (leaving !== null && threePublicKindOf(leaving) === kind) return;
  const paid = year.threePublicPaid.get(kind) ?? 0;
  const ceiling = year.threePublicBudget.get(kind) ?? 0;
  if (paid + amount <= ceiling) return;
  const text =
    `${THREE_PUBLIC_KINDS[kind]}全年预算 ${formatYuan(ceiling)} 元，已支出 ${formatYuan(paid)} 元，` +
    `再支付 ${formatYuan(amount)} 元将超预算 ${formatYuan(paid + amount - ceiling)} 元。`;
  throw new RuleViolation('three-public-exceeded', text, {
    kind,
    ceiling: formatYuan(ceiling),
    paid: formatYuan(paid),
    amount: formatYuan(amount),
  });
}
