import { formatYuan } from '@juesuan/kernel';
import type { Check } from '../check';
import { onFinalAccount, type Paper } from '../paper';
import { nameOf, plus, type Side } from '../side';

/** Economic items and the functional items they are usually booked on. */
const NAMESAKES = [
  { economic: ['30113'], functional: ['2210201'] },
  { economic: ['30108'], functional: ['2080505'] },
  { economic: ['30109'], functional: ['2080506'] },
  { economic: ['30110', '30111'], functional: ['21011'] },
  { economic: ['30301', '30302'], functional: ['2080501', '2080502'] },
];

/** A hint, never a fault: what an economic item buys may be booked on another functional item for good reason. */
export const itemsWithNamesakes: Check = {
  id: 'B19',
  scope: '05↔06',
  formula:
    '30113↔2210201、30108↔2080505、30109↔2080506、30110+30111↔21011、30301/2↔2080501/2（只作提示，答案恒为held，差额写入说明）',
  tolerance: 'hint',
  severity: 'info',
  run: onFinalAccount((paper) => {
    const pairs = NAMESAKES.map((pair) => pairOf(paper, pair));
    const different = pairs.filter(({ left, right }) => left.value !== right.value);
    const shown = different[0] ?? pairs[0];
    const says =
      different.length === 0 ? '同名经济分类与功能分类科目的基本支出一一相等' : different.map(sentence).join('；');
    return { outcome: 'held', left: wan(shown?.left), right: wan(shown?.right), says: `${says}（仅作提示）。` };
  }),
};

interface Pair {
  readonly left: Side;
  readonly right: Side;
}

const pairOf = (paper: Paper, { economic, functional }: (typeof NAMESAKES)[number]): Pair => ({
  left: plus(economic.map((code) => paper.cell('06', code))),
  right: plus(functional.map((code) => paper.cell('05', code, 1))),
});

const sentence = ({ left, right }: Pair): string =>
  `${nameOf(left)} ${wan(left)} 万元与 ${nameOf(right)} ${wan(right)} 万元相差 ${wan({ value: left.value - right.value })} 万元`;

const wan = (side: { readonly value: number } | undefined): string =>
  Number.isSafeInteger(side?.value) ? formatYuan(side?.value ?? 0).replaceAll(',', '') : '非数字';
