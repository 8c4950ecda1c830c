import { faultless, notRun } from '@juesuan/account';
import { sectionFacts } from '../../sections/facts';
import { amountAt } from '../../text/quantity';
import { sectionOf, TITLES } from '../section-of';
import { onFinalText, type TextCheck, type TextEvidence } from '../text-check';

function termsOf({ evidence: { account, nameOf }, profile }: TextEvidence, withItems: boolean): string[] {
  const facts = sectionFacts(account, profile, nameOf);
  const listed = [...facts.incomes, ...facts.spendings].filter(({ at }) => (amountAt(account, at) ?? 0) !== 0);
  return [...listed, ...(withItems ? facts.items : [])].map(({ name }) => name);
}

/** Every kind of income and spending that has money is explained, and in forms that explain items every item of table 05. */
export const termsText: TextCheck = {
  id: 'C28',
  scope: '名词解释',
  formula: '术语=表内行名；05所有项（山东）均有解释',
  tolerance: 'exact',
  severity: 'info',
  run: onFinalText((given) => {
    const paragraphs = sectionOf(given.document, TITLES.terms);
    if (paragraphs === null) return notRun('文档中没有名词解释');
    const explained = paragraphs.map((text) => text.replace(/^\d*[.、．]?\s*/, '').split(/[：:]/)[0] ?? '');
    const wanted = termsOf(
      given,
      explained.some((term) => term.endsWith('（项）')),
    );
    const missing = wanted.filter((name) => !explained.some((term) => term.includes(name)));
    return faultless(
      missing.map((name) => `“${name}”没有解释`),
      `${explained.length} 个名词中有表内所用的全部收支名称`,
      '请在名词解释中补充',
    );
  }),
};
