import { isFiscal, threePublicKindOf } from '@juesuan/classification';
import { formatWan } from '@juesuan/kernel';
import type { Balance } from '../../entry';
import { isSpending } from '../../measures';
import { type Check, notRun } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount, sumWhere } from '../paper';
import { threePublicPairs } from '../three-public';

/** Where no 三公 money came from projects or other funds, its kinds are exactly the economic items of table 06. */
export const threePublicBasicOnly: Check = {
  id: 'B17',
  scope: '06↔09',
  formula: '全部三公无项目支出时上式取等',
  tolerance: 'ENV',
  severity: 'warn',
  run: onFinalAccount((paper, { account }) => {
    const beside = sumWhere(account.balances, isBesideBasic);
    if (beside !== 0) return notRun(`“三公”经费有 ${formatWan(beside)} 万元不在一般公共预算基本支出内，不要求相等`);
    return compare(
      threePublicPairs(paper).map(([actual, basic]) => within(actual, basic)),
      '请核对09表决算数与06表对应的经济分类科目',
    );
  }),
};

const isBesideBasic = (balance: Balance): boolean =>
  isSpending(balance) &&
  balance.fundSource !== '' &&
  isFiscal(balance.fundSource) &&
  threePublicKindOf(balance.economicItem) !== null &&
  !(balance.fundSource === 'generalPublic' && balance.kind === 'basic');
