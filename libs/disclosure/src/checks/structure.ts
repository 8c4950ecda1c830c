import { cell, tableOf } from '@juesuan/account';
import { sectionFacts } from '../sections/facts';
import { amountAt } from '../text/quantity';
import { AMOUNT, amountSaid, amountsSaid, RATE, rateSaid, type Statement, wordSaid } from './statement';
import type { TextEvidence } from './text-check';

/** The parts of a table's total row as a section lists them, each with its share of the total. */
export function structureOf(
  paragraphs: readonly string[],
  { evidence: { account, nameOf }, profile }: TextEvidence,
  { table, list, total }: { table: string; list: 'incomes' | 'spendings'; total: string },
): Statement[] {
  const whole = cell(tableOf(account, table), 'total');
  const said = amountsSaid(`本年${total}`, paragraphs, new RegExp(`${total}(?:为)?${AMOUNT}`), whole);
  const text = paragraphs.find((one) => /占\d/.test(one)) ?? '';
  if (text === '') return said;
  return [
    ...said,
    ...sectionFacts(account, profile, nameOf)[list].flatMap(({ name, at }): Statement[] => {
      const fen = amountAt(account, at) ?? 0;
      const [, amount, share] = new RegExp(`${name}${AMOUNT}，占(?:${total}的)?${RATE}`).exec(text) ?? [];
      if (amount === undefined || share === undefined)
        return fen === 0 ? [] : [wordSaid(`有发生额的${name}`, '没有列出', '列出')];
      return [amountSaid(name, amount, fen), rateSaid(`${name}占比`, share, fen, whole)];
    }),
  ];
}
