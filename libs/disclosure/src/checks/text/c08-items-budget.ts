import { readItem, readItems, saidFen } from '../read-items';
import { answerTo, sumSaid } from '../statement';
import { onFinalText, type TextCheck } from '../text-check';

/** The initial budgets of the items come to that of the opening sentence. */
export const itemsBudgetText: TextCheck = {
  id: 'C08',
  scope: '说明五(三)',
  formula: 'Σ分项年初预算=总述年初预算',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalText((given) => {
    const read = readItems(given);
    const total = read === null ? null : readItem(read.summary).original;
    const statements =
      read && total !== null
        ? [
            sumSaid(
              '各分项年初预算之和',
              read.items.map((one) => saidFen(one.original)),
              saidFen(total),
              given.evidence.account.items.map((item) => item.original),
            ),
          ]
        : [];
    return answerTo(statements, '请核对各分项与总述', '总述没有写出年初预算合计数');
  }),
};
