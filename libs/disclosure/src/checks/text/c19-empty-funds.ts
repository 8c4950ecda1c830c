import { notRun, tableOf } from '@juesuan/account';
import { sectionOf, TITLES } from '../section-of';
import { answerTo, wordSaid } from '../statement';
import { onFinalText, type TextCheck } from '../text-check';

const FUNDS = [
  { title: TITLES.governmentFund, table: '07', name: '政府性基金预算财政拨款' },
  { title: TITLES.stateCapital, table: '08', name: '国有资本经营预算财政拨款' },
];

/** The text says that there is no 政府性基金 or 国有资本 money exactly where table 07 or 08 is empty. */
export const emptyFundsText: TextCheck = {
  id: 'C19',
  scope: '说明八九',
  formula: '无基金/国资表述⇔07/08为空',
  tolerance: 'exact',
  severity: 'error',
  run: onFinalText(({ document, evidence: { account } }) => {
    const statements = FUNDS.flatMap(({ title, table, name }) => {
      const paragraphs = sectionOf(document, title);
      if (paragraphs === null || paragraphs.join('') === '') return [];
      const isEmpty = !tableOf(account, table).rows.some(({ amounts }) => amounts.some((one) => one !== 0));
      return [wordSaid(name, /没有|无/.test(paragraphs.join('')) ? '没有' : '有', isEmpty ? '没有' : '有')];
    });
    if (statements.length === 0) return notRun('文档中没有政府性基金和国有资本经营预算两节');
    return answerTo(statements, '请按07表、08表改写这段文字', '');
  }),
};
