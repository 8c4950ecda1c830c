import { TITLES } from '../section-of';
import { structureOf } from '../structure';
import { inSection, type TextCheck } from '../text-check';

/** Every kind of spending with its share, as the total row of table 03 has it. */
export const expenditureText: TextCheck = {
  id: 'C03',
  scope: '说明三',
  formula: '各支出=03合计行；占比复算',
  tolerance: 'SAME+PCT',
  severity: 'error',
  run: inSection(
    TITLES.expenditure,
    '支出决算情况',
    (paragraphs, given) => structureOf(paragraphs, given, { table: '03', list: 'spendings', total: '支出合计' }),
    '请按03表合计行改写这段文字',
  ),
};
