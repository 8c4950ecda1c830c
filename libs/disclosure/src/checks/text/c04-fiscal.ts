import { cell, tableOf } from '@juesuan/account';
import { againstLastYear } from '../last-year';
import { TITLES } from '../section-of';
import { AMOUNT, amountsSaid } from '../statement';
import { inSection, type TextCheck } from '../text-check';

const TOTAL = new RegExp(`总计(?:均?为)?${AMOUNT}`);
const OPENING = new RegExp(`年初财政拨款结转和结余(?:为)?${AMOUNT}`);
const CLOSING = new RegExp(`年末财政拨款结转和结余(?:为)?${AMOUNT}`);

/** 财政拨款 in all, carried over included, as table 04 has it. */
export const fiscalText: TextCheck = {
  id: 'C04',
  scope: '说明四',
  formula: '=04总计；含年初/年末结转',
  tolerance: 'SAME',
  severity: 'error',
  run: inSection(
    TITLES.fiscal,
    '财政拨款收入支出决算总体情况',
    (paragraphs, given) => {
      const table = tableOf(given.evidence.account, '04');
      return [
        ...amountsSaid('财政拨款收、支总计', paragraphs, TOTAL, cell(table, 'in.grandTotal')),
        ...amountsSaid('年初财政拨款结转和结余', paragraphs, OPENING, cell(table, 'in.opening')),
        ...amountsSaid('年末财政拨款结转和结余', paragraphs, CLOSING, cell(table, 'out.closing')),
        ...againstLastYear(given, ['财政拨款收入支出总计']),
      ];
    },
    '请按04表改写这段文字',
  ),
};
