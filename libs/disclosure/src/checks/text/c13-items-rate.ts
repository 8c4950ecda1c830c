import { pairedItems } from '../read-items';
import { answerTo, rateSaid } from '../statement';
import { onFinalText, type TextCheck } from '../text-check';

/** An item’s rate follows from its amounts; on an initial budget of zero none is stated. */
export const itemsRate: TextCheck = {
  id: 'C13',
  scope: '说明五(三)',
  formula:
    '完成率由分复算；由印出数复算时容差=半末位+0.5/年初预算×(1+决算/年初预算)个百分点（万元）；年初=0时不得写“完成年初预算的X%”',
  tolerance: 'PCT',
  severity: 'error',
  run: onFinalText((given) => {
    const statements = pairedItems(given).flatMap(({ read, item, name }) =>
      read.rate === null ? [] : [rateSaid(`${name}完成年初预算的比率`, read.rate, item.actual, item.original)],
    );
    return answerTo(statements, '请按年初预算数和决算数重算', '分项说明没有写出完成率');
  }),
};
