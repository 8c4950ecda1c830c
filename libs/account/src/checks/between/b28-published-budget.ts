import { type Fen, sumFen } from '@juesuan/kernel';
import { type Check, notRun } from '../check';
import { compare, type Comparison, same } from '../comparison';
import { textSide } from '../facts';
import { union } from '../paper';
import { printedSide } from '../side';

/** The initial budget that the explanation speaks of is the one that was published, item by item and in total. */
export const publishedBudget: Check = {
  id: 'B28',
  scope: '预算↔决算',
  formula: '上年公开的年初预算=本年说明的年初预算（逐项、合计）',
  tolerance: 'SAME',
  severity: 'error',
  run: ({ account, publishedBudget: published, nameOf }) => {
    if (published === null) return notRun('没有导入上年公开的本年年初预算');
    const originals = new Map(account.items.map(({ code, original }) => [code, original]));
    const items = union([...published.keys(), ...originals.keys()].filter((code) => code !== 'total'));
    const agree = (label: string, text: string, fen: Fen): Comparison =>
      same(textSide(`公开的${label}年初预算`, text), printedSide('', '本年说明的年初预算', fen));
    const total = published.get('total');
    const whole = total === undefined ? [] : [agree('合计', total, sumFen(originals.values()))];
    const rows = items.map((code) => {
      const label = ` ${`${code} ${nameOf('functional', code) ?? ''}`.trim()} `;
      return agree(label, published.get(code) ?? '0.00', originals.get(code) ?? 0);
    });
    return compare([...whole, ...rows], '请核对公开的部门预算与01-年初预算', '公开的部门预算是空的');
  },
};
