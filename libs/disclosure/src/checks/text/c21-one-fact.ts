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

interface AgainstMade {
  /** How many figures stand in sentences that are the account's, word for word. */
  readonly held: number;
  /** Other figures than the account's, in sentences that say them in its words. */
  readonly faults: readonly string[];
  /** How many sentences with figures are in other words or gone; nothing can be said of their figures here. */
  readonly reworded: number;
}

function againstMade({ document, made }: TextEvidence): AgainstMade {
  const written = new Set(document.paragraphs);
  const figured = sectionsIn(made).flatMap(({ paragraphs }) => paragraphs.filter(({ figures }) => figures.length > 0));
  const own = new Set(figured.map(({ text }) => text));
  const byWords = new Map(document.paragraphs.filter((text) => !own.has(text)).map((text) => [wordsOf(text), text]));
  const changed = figured.filter(({ text }) => !written.has(text));
  const faults = changed.flatMap(({ text }) => {
    const said = byWords.get(wordsOf(text));
    if (said === undefined) return [];
    const [wrong, right] = excerptsOf(said, text);
    return [`写的是“${wrong}”，账上是“${right}”`];
  });
  const held = figured.filter(({ text }) => written.has(text)).reduce((sum, { figures }) => sum + figures.length, 0);
  return { held, faults, reworded: changed.length - faults.length };
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
    const { held, faults: wrong, reworded } = againstMade(given);
    if (stated + held + wrong.length === 0) return notRun('文档中没有写出可以相互核对的数字');
    const all = [...faults, ...wrong];
    const grouped = /\d,\d{3}(?:\.\d+)?万元/.test(computed);
    const plain = /(?<![\d,.])\d{4,}(?:\.\d+)?万元/.test(computed);
    if (grouped && plain) all.push('金额有的写千分位、有的不写');
    const others = reworded === 0 ? '' : `；另有 ${reworded} 句已改写或删去，其中的数字未与账上核对`;
    return faultless(all, `文中 ${held} 个数字与账上一致，同一数字在各处相同${others}`, '请统一改写');
  },
};
