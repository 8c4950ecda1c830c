import { strangePlaceholders } from '@juesuan/disclosure';
import { type BudgetYearCommand, budgetYearDecider, type Books } from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import type { BudgetYearDecider } from './carrying-out';

/**
 * The decider of every way in (a command, an import): that of a budget year, and what only a reading of the account's texts can tell
 * besides. What was recorded once stays recorded: saying it again is no new text to judge.
 */
export function yearDecider(books: Books): BudgetYearDecider {
  const decider = budgetYearDecider(books);
  return {
    ...decider,
    decide: (year, command) => {
      const decided = decider.decide(year, command);
      if (decided.length > 0 && year.opened) assertFigures(command, books, year.opened.year);
      return decided;
    },
  };
}

/** An explanation's placeholders name figures that the account can have: another would leave a hole in what is published. */
function assertFigures({ type, data }: BudgetYearCommand, books: Books, year: number): void {
  if (type !== 'ReviseExplanation') return;
  const [strange] = strangePlaceholders(data.text, (book, code) => books[book].nameIn(code, year) !== null);
  if (strange === undefined) return;
  const text = `文字中的“${strange}”不是数字的出处。可用：${ALLOWED}。`;
  throw new RuleViolation('unknown-placeholder', text, { written: strange });
}

const ALLOWED = [
  '{table:05/total/0}（表号/行/列，表号为 01 至 09、Y01 至 Y09，列从 0 起）',
  '{item:2080101/actual}（功能分类科目的 original、actual、rate、variance）',
  '{prior:account/指标}（05-上年决算）',
  '{disclosure:指标}（06-其他事项）',
  '{difference(甲;乙)}（及 sum、share、change）',
].join('，');
