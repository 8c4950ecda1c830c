import { isPersonnel, type UnitType } from '@juesuan/classification';
import type { Account } from '../../account';
import { isSpending } from '../../measures';
import { type Check, notRun } from '../check';
import { compare, same } from '../comparison';
import { onFinalAccount, sumWhere } from '../paper';
import { printedSide, type Side } from '../side';

const HAVE_OPERATING_COSTS: ReadonlySet<UnitType> = new Set(['administrative', 'civilServiceManaged']);

/** 机关运行经费 is the 公用经费 of 行政 and 参公 units: part of table 06's, and all of it where there are no other units. */
export const agencyOperating: Check = {
  id: 'B18',
  scope: '06↔说明十',
  formula: '机关运行经费≤06公用经费合计；全部为行政/参公单位时相等',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalAccount((paper, { account }) => {
    const units = account.units.filter(({ type }) => type !== 'department');
    const agencies = units.filter(({ type }) => HAVE_OPERATING_COSTS.has(type));
    if (agencies.length === 0) return notRun('没有行政单位和参照公务员法管理的事业单位，不列机关运行经费');
    const relation = agencies.length === units.length ? '=' : '≤';
    const left = operatingOf(account, new Set(agencies.map(({ code }) => code)));
    return compare([same(left, paper.cell('06', 'publicUse'), relation)], '请核对06表公用经费和各单位的单位类型');
  }),
};

function operatingOf({ balances }: Account, agencies: ReadonlySet<string>): Side {
  const amount = sumWhere(
    balances,
    (balance) =>
      isSpending(balance) &&
      balance.fundSource === 'generalPublic' &&
      balance.kind === 'basic' &&
      !isPersonnel(balance.economicItem) &&
      agencies.has(balance.unit),
  );
  return printedSide('', '机关运行经费', amount);
}
