import { readItem, readItems, saidFen } from '../read-items';
import { answerTo, sumSaid } from '../statement';
import { onFinalText, type TextCheck } from '../text-check';

/** The actuals of the items come to that of the opening sentence. */
export const itemsActualText: TextCheck = {
  id: 'C09',
  scope: '说明五(三)',
  formula: 'Σ分项决算=总述决算',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalText((given) => {
    const read = readItems(given);
    const total = read === null ? null : readItem(read.summary).actual;
    const statements =
      read && total !== null
        ? [
            sumSaid(
              '各分项支出决算之和',
              read.items.map((one) => saidFen(one.actual)),
              saidFen(total),
              given.evidence.account.items.map((item) => item.actual),
            ),
          ]
        : [];
    return answerTo(statements, '请核对各分项与总述', '总述没有写出支出决算合计数');
  }),
};
