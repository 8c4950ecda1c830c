import { sumFen } from '@juesuan/kernel';
import { readItem } from '../read-items';
import { TITLES } from '../section-of';
import { amountSaid, rateSaid } from '../statement';
import { inSection, type TextCheck } from '../text-check';

/** The sentence that opens the items: initial budget, actual and the rate of the one to the other. */
export const itemsTotalText: TextCheck = {
  id: 'C07',
  scope: '说明五(三)总',
  formula: '年初预算、决算、完成率=决算/年初',
  tolerance: 'PCT',
  severity: 'error',
  run: inSection(
    TITLES.items,
    '一般公共预算财政拨款支出决算具体情况',
    ([summary = ''], { evidence: { account } }) => {
      const original = sumFen(account.items.map((item) => item.original));
      const actual = sumFen(account.items.map((item) => item.actual));
      const said = readItem(summary);
      return [
        ...(said.original === null ? [] : [amountSaid('总述年初预算', said.original, original)]),
        ...(said.actual === null ? [] : [amountSaid('总述支出决算', said.actual, actual)]),
        ...(said.rate === null ? [] : [rateSaid('总述完成率', said.rate, actual, original)]),
      ];
    },
    '请按01-年初预算和05表合计改写总述',
  ),
};
