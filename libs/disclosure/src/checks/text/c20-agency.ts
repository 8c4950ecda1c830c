import { amountAt } from '../../text/quantity';
import { againstLastYear } from '../last-year';
import { TITLES } from '../section-of';
import { AMOUNT, amountsSaid, RATE, ratesSaid } from '../statement';
import { inSection, type TextCheck } from '../text-check';

const ACTUAL = new RegExp(`机关运行经费支出(?:决算)?为?${AMOUNT}`);
const BUDGET = new RegExp(`年初预算数?为${AMOUNT}`);
const COMPLETED = new RegExp(`完成(?:年初)?预算的${RATE}`);

/** 机关运行经费 and its changes against last year and the initial budget. */
export const agencyText: TextCheck = {
  id: 'C20',
  scope: '说明十',
  formula: '机关运行经费同比/较年初复算',
  tolerance: 'PCT',
  severity: 'error',
  run: inSection(
    TITLES.agency,
    '机关运行经费支出决算情况',
    (paragraphs, given) => {
      const { account } = given.evidence;
      const actual = amountAt(account, 'agency:actual') ?? 0;
      const budget = amountAt(account, 'disclosure:机关运行经费年初预算');
      return [
        ...amountsSaid('机关运行经费支出', paragraphs, ACTUAL, actual),
        ...(budget === null ? [] : amountsSaid('机关运行经费年初预算', paragraphs, BUDGET, budget)),
        ...(budget === null ? [] : ratesSaid('机关运行经费完成预算的比率', paragraphs, COMPLETED, actual, budget)),
        ...againstLastYear(given, ['机关运行经费']),
      ];
    },
    '请按机关运行经费的账面数改写这段文字',
  ),
};
