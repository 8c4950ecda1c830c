import type { Check } from '../check';
import { compare, speaking, within } from '../comparison';
import { onFinalAccount } from '../paper';
import { minus, plus } from '../side';

/** In every row of table 07 opening + income − expenditure is what is left. */
export const fundCarriesOver: Check = {
  id: 'A18',
  scope: '07表',
  formula: '每行 年初结转+本年收入-本年支出 = 年末结转',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) => {
    const comparisons = ['total', ...paper.rows('07')].map((row) => {
      const flow = [paper.cell('07', row, 0), paper.cell('07', row, 1), minus(paper.cell('07', row, 2))];
      return within(paper.cell('07', row, 5), plus(flow, '年初结转和结余＋本年收入－本年支出小计'));
    });
    return compare(speaking(comparisons), '请核对07表该行的年初、收入、支出和年末', EMPTY);
  }),
};

const EMPTY = '07表是空表，没有政府性基金预算财政拨款收支';
