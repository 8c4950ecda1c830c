import { againstLastYear } from '../last-year';
import { answerTo } from '../statement';
import { onFinalText, type TextCheck } from '../text-check';

/** What the text says against last year leads back to last year’s recorded figures. */
export const lastYearText: TextCheck = {
  id: 'C25',
  scope: '全文',
  formula: '由同比反推的上年数=已存上年决算',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalText((given) =>
    answerTo(againstLastYear(given), '请按05-上年决算重写与上年的比较', '文中没有与已登记的上年数相比的数字'),
  ),
};
