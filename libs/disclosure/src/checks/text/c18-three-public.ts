import { cell, tableOf } from '@juesuan/account';
import { againstLastYear, THREE_PUBLIC } from '../last-year';
import { TITLES } from '../section-of';
import { AMOUNT, amountsSaid, RATE, ratesSaid } from '../statement';
import { inSection, type TextCheck } from '../text-check';

const KINDS = [['“三公”经费财政拨款', 0] as const, ...THREE_PUBLIC];
const BUDGET = new RegExp(`支出预算数?为${AMOUNT}`);
const ACTUAL = new RegExp(`支出决算数?为${AMOUNT}`);
const COMPLETED = new RegExp(`完成预算的${RATE}`);
const SHARE = new RegExp(`占“三公”经费支出决算的${RATE}`);

/** Each kind of 三公: budget, actual, rate, share and change against last year, as table 09 has them. */
export const threePublicText: TextCheck = {
  id: 'C18',
  scope: '说明七/九',
  formula: '三公各项=09；完成率；占比；同比',
  tolerance: 'SAME+PCT',
  severity: 'error',
  run: inSection(
    TITLES.threePublic,
    '“三公”经费支出决算情况',
    (paragraphs, given) => {
      const table = tableOf(given.evidence.account, '09');
      const total = cell(table, 'actual');
      return [
        ...KINDS.flatMap(([name, column]) => {
          const own = paragraphs.filter((text) => text.includes(`${name}支出预算`));
          const [budget, actual] = [cell(table, 'budget', column), cell(table, 'actual', column)];
          return [
            ...amountsSaid(`${name}支出预算`, own, BUDGET, budget),
            ...amountsSaid(`${name}支出决算`, own, ACTUAL, actual),
            ...ratesSaid(`${name}完成预算的比率`, own, COMPLETED, actual, budget),
            ...ratesSaid(`${name}占比`, own, SHARE, actual, total),
          ];
        }),
        ...againstLastYear(
          given,
          THREE_PUBLIC.map(([name]) => name),
        ),
      ];
    },
    '请按09表和05-上年决算改写这段文字',
  ),
};
