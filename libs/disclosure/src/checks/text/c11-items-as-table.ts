import { cell, tableOf } from '@juesuan/account';
import { pairedItems } from '../read-items';
import { amountSaid, answerTo } from '../statement';
import { onFinalText, type TextCheck } from '../text-check';

/** An item’s actual is that of table 05; an item that the table lacks has spent nothing. */
export const itemsAsTable: TextCheck = {
  id: 'C11',
  scope: '说明五(三)',
  formula: '分项决算=05项金额（05无此项计0.00）',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalText((given) => {
    const table = tableOf(given.evidence.account, '05');
    const statements = pairedItems(given).flatMap(({ read, item, name }) =>
      read.actual === null ? [] : [amountSaid(`${name}支出决算`, read.actual, cell(table, item.code))],
    );
    return answerTo(statements, '请按05表改写这一项', '文档中没有分项说明');
  }),
};
