import { FISCAL_FUNDS, isFiscal } from '@juesuan/classification';
import type { Balance } from '../../entry';
import type { Check } from '../check';
import { compare, type Comparison, within } from '../comparison';
import { onFinalAccount, type Paper, sumWhere, union } from '../paper';
import { minus, plus, printedSide, type Side } from '../side';

/**
 * 财政拨款 income is spent on the item it came for. Table 02 does not part the three sources, so 05 is taken together with the
 * spending of 07 and 08. Where money was or is left, all income less all spending is the change of what is left, and no item
 * spends more than it had.
 */
export const incomeSpent: Check = {
  id: 'B13',
  scope: '02↔05',
  formula: '无财政拨款结转时 02财政拨款列=05小计（逐项）；有结转时差额=结转变动',
  tolerance: 'ENV',
  severity: 'warn',
  run: onFinalAccount((paper, { account }) => {
    const items = union(...['02', '05', '07', '08'].map((table) => paper.rows(table, /^\d{7}$/)));
    const comparisons = hasCarryover(paper)
      ? [changeOfCarryover(paper), ...items.map((item) => withinMeans(paper, item, account.balances))]
      : items.map((item) => within(paper.cell('02', item, 1), spending(paper, item)));
    return compare(comparisons, '请核对该科目财政拨款的收入、支出和年初、年末结转', '没有财政拨款收支');
  }),
};

const hasCarryover = (paper: Paper): boolean =>
  [paper.cell('04', 'in.opening'), paper.cell('04', 'out.closing')].some(({ value }) => value !== 0) ||
  FISCAL_FUNDS.some((_, index) => paper.cell('04', 'out.closing', index + 1).value !== 0);

const spending = (paper: Paper, row: string): Side =>
  plus([paper.cell('05', row, 0), paper.cell('07', row, 2), paper.cell('08', row, 0)], '05、07、08表财政拨款支出');

function changeOfCarryover(paper: Paper): Comparison {
  const difference = plus([paper.cell('02', 'total', 1), minus(spending(paper, 'total'))]);
  return within(difference, plus([paper.cell('04', 'out.closing'), minus(paper.cell('04', 'in.opening'))]));
}

function withinMeans(paper: Paper, item: string, balances: readonly Balance[]): Comparison {
  const opening = sumWhere(
    balances,
    (one) => one.measure === 'opening' && one.item === item && one.fundSource !== '' && isFiscal(one.fundSource),
  );
  const means = plus([paper.cell('02', item, 1), printedSide('', '年初财政拨款结转', opening)]);
  return within(means, spending(paper, item), '≥');
}
