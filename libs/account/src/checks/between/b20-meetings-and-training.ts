import { isFiscal } from '@juesuan/classification';
import { isSpending } from '../../measures';
import type { Account } from '../../account';
import type { Check } from '../check';
import { compare, within } from '../comparison';
import { disclosedSide } from '../facts';
import { onFinalAccount, sumWhere } from '../paper';
import { printedSide, type Side } from '../side';

const COSTS = [
  { name: '会议费', economicItem: '30215' },
  { name: '培训费', economicItem: '30216' },
];

/** 会议费 and 培训费 of the text hold at least what basic expenditure spent on them: projects may add to it. */
export const meetingsAndTraining: Check = {
  id: 'B20',
  scope: '06↔说明十一',
  formula: '会议费≥30215、培训费≥30216',
  tolerance: 'ENV',
  severity: 'warn',
  run: onFinalAccount((paper, { account }) =>
    compare(
      COSTS.map((cost) => within(statedCost(account, cost), paper.cell('06', cost.economicItem), '≥')),
      '请核对会议费、培训费的口径（含项目支出）',
    ),
  ),
};

/** As it was disclosed, else what 财政拨款 paid for it. */
function statedCost(account: Account, { name, economicItem }: (typeof COSTS)[number]): Side {
  const paid = sumWhere(
    account.balances,
    (balance) =>
      isSpending(balance) &&
      balance.economicItem === economicItem &&
      balance.fundSource !== '' &&
      isFiscal(balance.fundSource),
  );
  return disclosedSide(account, new RegExp(`^${name}$`)) ?? printedSide('', name, paid);
}
