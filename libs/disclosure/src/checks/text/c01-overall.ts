import { cell, tableOf } from '@juesuan/account';
import { againstLastYear } from '../last-year';
import { TITLES } from '../section-of';
import { AMOUNT, amountsSaid } from '../statement';
import { inSection, type TextCheck } from '../text-check';

const TOTAL = new RegExp(`总计(?:均?为)?${AMOUNT}`);

/** 收、支总计 as table 01 has it, and its change against last year. */
export const overallText: TextCheck = {
  id: 'C01',
  scope: '说明一',
  formula: '总计=01总计；同比增减额/幅度：上年=本年∓差，幅度=差/上年',
  tolerance: 'SAME+PCT',
  severity: 'error',
  run: inSection(
    TITLES.overall,
    '收入支出决算总体情况',
    (paragraphs, given) => [
      ...amountsSaid('收、支总计', paragraphs, TOTAL, cell(tableOf(given.evidence.account, '01'), 'in.grandTotal')),
      ...againstLastYear(given, ['收入支出总计']),
    ],
    '请按01表和05-上年决算改写这段文字',
  ),
};
