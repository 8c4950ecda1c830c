import { TITLES } from '../section-of';
import { structureOf } from '../structure';
import { inSection, type TextCheck } from '../text-check';

/** Every kind of income with its share, as the total row of table 02 has it. */
export const incomeText: TextCheck = {
  id: 'C02',
  scope: '说明二',
  formula: '各收入=02合计行；占比复算',
  tolerance: 'SAME+PCT',
  severity: 'error',
  run: inSection(
    TITLES.income,
    '收入决算情况',
    (paragraphs, given) => structureOf(paragraphs, given, { table: '02', list: 'incomes', total: '收入合计' }),
    '请按02表合计行改写这段文字',
  ),
};
