import { faultless, notRun } from '@juesuan/account';
import { sectionsIn } from '../../sections/published-document';
import { excerptsOf, wordsOf } from '../../text/excerpt';
import { THREE_PUBLIC } from '../last-year';
import { computedProse } from '../section-of';
import { AMOUNT, fenOf } from '../statement';
import type { TextCheck, TextEvidence } from '../text-check';

const FACTS = [
  ...['一般公共预算财政拨款支出', '一般公共预算财政拨款基本支出'].map((name) => ({
    name,
    pattern: new RegExp(`${name}${AMOUNT}`, 'g'),
  })),
  // 基本支出 has a part of a kind under the same name, which is another fact.
  ...THREE_PUBLIC.map(([name]) => ({
    name,
    pattern: new RegExp(`${name}(?:支出预算为[\\d,.]+万元，)?支出决算为${AMOUNT}`, 'g'),
  })),
];

/** Figures of the text that are not those of the account, in sentences that say it in the account's words. */
function otherThanMade({ document, made }: TextEvidence): string[] {
  const written = new Set(document.paragraphs);
  const missing = sectionsIn(made).flatMap(({ paragraphs }) =>
    paragraphs.filter(({ text, figures }) => figures.length > 0 && !written.has(text)),
  );
  if (missing.length === 0) return [];
  const byWords = new Map(document.paragraphs.map((text) => [wordsOf(text), text]));
  return missing.flatMap(({ text }) => {
    const said = byWords.get(wordsOf(text));
    if (said === undefined) return [];
    const [own, right] = excerptsOf(said, text);
    return [`写的是“${own}”，账上是“${right}”`];
  });
}

function contradictions(text: string): { stated: number; faults: string[] } {
  const facts = FACTS.map(({ name, pattern }) => ({
    name,
    said: [...text.matchAll(pattern)].map(([, one = '']) => one),
  }));
  const faults = facts.flatMap(({ name, said }) => {
    const amounts = new Set(said.map(fenOf));
    return amounts.size > 1 ? [`${name}前后写成 ${[...new Set(said)].join('、')} 万元`] : [];
  });
  return { stated: facts.flatMap(({ said }) => said).length, faults };
}

/** A fact is the same wherever the text states it, as the account has it, and amounts are grouped in one way. */
export const oneFact: TextCheck = {
  id: 'C21',
  scope: '全文',
  formula: '同一事实数值相同（去千分位与尾随零；同一处式样一致）',
  tolerance: 'SAME',
  severity: 'error',
  run: (given) => {
    const computed = computedProse(given.document).join('\n');
    const { stated, faults } = contradictions(given.document.paragraphs.join('\n'));
    const figures = sectionsIn(given.made).flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.figures));
    if (stated + figures.length === 0) return notRun('文档中没有写出可以相互核对的数字');
    const all = [...faults, ...otherThanMade(given)];
    const grouped = /\d,\d{3}(?:\.\d+)?万元/.test(computed);
    const plain = /(?<![\d,.])\d{4,}(?:\.\d+)?万元/.test(computed);
    if (grouped && plain) all.push('金额有的写千分位、有的不写');
    return faultless(all, `文中 ${figures.length} 个数字与账上一致，同一数字在各处相同`, '请统一改写');
  },
};
