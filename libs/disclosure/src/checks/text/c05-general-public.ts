import { cell, tableOf } from '@juesuan/account';
import { againstLastYear } from '../last-year';
import { TITLES } from '../section-of';
import { AMOUNT, amountsSaid, RATE, ratesSaid } from '../statement';
import { inSection, type TextCheck } from '../text-check';

const TOTAL = new RegExp(`一般公共预算财政拨款支出${AMOUNT}`);
const SHARE = new RegExp(`占本年支出(?:合计)?的${RATE}`);

/** 一般公共预算 spending, its share of all spending and its change against last year. */
export const generalPublicText: TextCheck = {
  id: 'C05',
  scope: '说明五(一)',
  formula: '=05合计；占比=05合计/03合计；同比',
  tolerance: 'SAME+PCT',
  severity: 'error',
  run: inSection(
    TITLES.generalPublic,
    '一般公共预算财政拨款支出决算情况',
    (paragraphs, given) => {
      const { account } = given.evidence;
      const total = cell(tableOf(account, '05'), 'total');
      return [
        ...amountsSaid('一般公共预算财政拨款支出', paragraphs, TOTAL, total),
        ...ratesSaid('占本年支出合计', paragraphs, SHARE, total, cell(tableOf(account, '03'), 'total')),
        ...againstLastYear(given, ['一般公共预算财政拨款支出']),
      ];
    },
    '请按05表和03表合计改写这段文字',
  ),
};
