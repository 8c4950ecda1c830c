import { balancesUnder } from '../../account';
import type { Balance } from '../../entry';
import { isSpending } from '../../measures';
import type { Check } from '../check';
import { compare, type Comparison, within } from '../comparison';
import { onFinalAccount, type Paper, sumWhere } from '../paper';

const COLUMNS = [{ column: 0 }, { column: 1, kind: 'basic' }, { column: 2, kind: 'project' }] as const;

/**
 * General public expenditure is part of all expenditure, row by row, and all of it where a row holds no other money. A row of
 * 05 that 03 does not print counts there as zero, so it fails as well.
 */
export const generalPublicWithinAll: Check = {
  id: 'B11',
  scope: '05↔03',
  formula: '05每行≤03同行（基本、项目亦然）；无非财政资金则相等；05行集合⊆03行集合',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper, { account }) => {
    const other = balancesUnder(account, '03').filter(
      (balance) => isSpending(balance) && balance.fundSource !== 'generalPublic',
    );
    const comparisons = ['total', ...paper.rows('05')].flatMap((row) => rowWithin(paper, row, other));
    return compare(comparisons, '请核对03、05表该行，以及该科目有无其他资金的支出');
  }),
};

const rowWithin = (paper: Paper, row: string, other: readonly Balance[]): Comparison[] =>
  COLUMNS.map(({ column, ...only }) => {
    const otherMoney = sumWhere(
      other,
      ({ item, kind }) => (row === 'total' || item.startsWith(row)) && (!('kind' in only) || kind === only.kind),
    );
    return within(paper.cell('05', row, column), paper.cell('03', row, column), otherMoney === 0 ? '=' : '≤');
  });
