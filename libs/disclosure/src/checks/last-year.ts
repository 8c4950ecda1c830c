import { cell, factNamed, tableOf } from '@juesuan/account';
import type { Fen } from '@juesuan/kernel';
import { sectionFacts } from '../sections/facts';
import { amountAt } from '../text/quantity';
import { isEqualAsPrinted } from '../variance/tolerance';
import { sectionOf, TITLES } from './section-of';
import { amountSaid, AMOUNT, rateSaid, RATE, type Statement, wordSaid } from './statement';
import type { TextEvidence } from './text-check';

const AGAINST = new RegExp(
  `与上年度?相比，?[^，。]*?(增加|减少|下降|增长|持平)(?:${AMOUNT})?(?:，(?:增长|下降|减少|增加)${RATE})?`,
);

/** A fact that is compared with last year's: where the text does so, and both amounts. */
interface Compared {
  readonly name: string;
  readonly title: RegExp;
  /** How the paragraph begins, where a section compares several. */
  readonly starts?: string;
  readonly now: Fen;
}

export const THREE_PUBLIC: readonly (readonly [string, number])[] = [
  ['因公出国（境）费', 1],
  ['公务用车购置费', 3],
  ['公务用车运行维护费', 4],
  ['公务接待费', 5],
];

function compared({ evidence: { account, nameOf }, profile }: TextEvidence): Compared[] {
  const at = (table: string, row: string, column = 0): Fen => cell(tableOf(account, table), row, column);
  const { incomes, spendings } = sectionFacts(account, profile, nameOf);
  const listed = (list: typeof incomes, title: RegExp): Compared[] =>
    list.map((one) => ({ name: one.name, title, starts: one.name, now: amountAt(account, one.at) ?? 0 }));
  return [
    { name: '收入支出总计', title: TITLES.overall, now: at('01', 'in.grandTotal') },
    { name: '财政拨款收入支出总计', title: TITLES.fiscal, now: at('04', 'in.grandTotal') },
    { name: '一般公共预算财政拨款支出', title: TITLES.generalPublic, now: at('05', 'total') },
    { name: '机关运行经费', title: TITLES.agency, now: amountAt(account, 'agency:actual') ?? 0 },
    ...listed(incomes, TITLES.income),
    ...listed(spendings, TITLES.expenditure),
    ...THREE_PUBLIC.map(([name, column]) => ({
      name,
      title: TITLES.threePublic,
      starts: name,
      now: at('09', 'actual', column),
    })),
  ];
}

/** What the text says against last year, of all facts or of some, beside what follows from last year's recorded figures. */
export function againstLastYear(given: TextEvidence, names?: readonly string[]): Statement[] {
  const { priorAccount } = given.evidence.account.facts;
  return compared(given)
    .filter(({ name }) => names === undefined || names.includes(name))
    .flatMap((one) => {
      const prior = factNamed(priorAccount, one.name)?.value;
      const said = AGAINST.exec(paragraphOn(one, given));
      return prior === undefined || said === null ? [] : statementsOf(one, prior, said);
    });
}

function paragraphOn({ title, starts }: Compared, { document }: TextEvidence): string {
  const paragraphs = sectionOf(document, title) ?? [];
  return (
    paragraphs.find(
      (text) => AGAINST.test(text) && (starts === undefined || text.replace(/^\d+[.、．]\s*/, '').startsWith(starts)),
    ) ?? ''
  );
}

function statementsOf({ name, now }: Compared, prior: Fen, [, word = '', amount, rate]: RegExpExecArray): Statement[] {
  const difference = now - prior;
  const must = difference > 0 ? '增加' : '减少';
  const what = `${name}与上年相比`;
  if (word === '持平')
    return [
      amountSaid(`${what}持平，差额`, '0.00', isEqualAsPrinted({ original: prior, actual: now }) ? 0 : difference),
    ];
  return [
    wordSaid(what, word.replace('增长', '增加').replace('下降', '减少'), must),
    ...(amount === undefined ? [] : [amountSaid(`${what}增减额`, amount, Math.abs(difference))]),
    ...(rate === undefined ? [] : [rateSaid(`${what}增减幅度`, rate, Math.abs(difference), prior)]),
  ];
}
