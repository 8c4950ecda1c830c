import { faultless, notRun } from '@juesuan/account';
import { THREE_PUBLIC } from '../last-year';
import { computedProse } from '../section-of';
import { AMOUNT, fenOf } from '../statement';
import { onFinalText, type TextCheck } from '../text-check';

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

/** A fact that the text states in several places is the same everywhere, and amounts are grouped in one way. */
export const oneFact: TextCheck = {
  id: 'C21',
  scope: '全文',
  formula: '同一事实数值相同（去千分位与尾随零；同一处式样一致）',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalText(({ document }) => {
    const text = document.paragraphs.join('\n');
    const computed = computedProse(document).join('\n');
    const stated = FACTS.map(({ name, pattern }) => ({
      name,
      said: [...text.matchAll(pattern)].map(([, one = '']) => one),
    }));
    if (stated.every(({ said }) => said.length === 0)) return notRun('文档中没有写出可以相互核对的数字');
    const faults = stated.flatMap(({ name, said }) => {
      const amounts = new Set(said.map(fenOf));
      return amounts.size > 1 ? [`${name}前后写成 ${[...new Set(said)].join('、')} 万元`] : [];
    });
    const grouped = /\d,\d{3}(?:\.\d+)?万元/.test(computed);
    const plain = /(?<![\d,.])\d{4,}(?:\.\d+)?万元/.test(computed);
    if (grouped && plain) faults.push('金额有的写千分位、有的不写');
    return faultless(faults, '同一数字在文中各处相同，书写一致', '请统一改写');
  }),
};
