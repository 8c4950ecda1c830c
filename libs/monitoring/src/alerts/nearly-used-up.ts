import { lineAccounts } from '@juesuan/account';
import { formatWan, lastDay } from '@juesuan/kernel';
import { type AlertRule, exceeds } from './alert';

/** A budget line nearly paid out while the year still has days to go. */
export const nearlyUsedUp: AlertRule = ({ year, asOf, balances, limits }) => {
  if (asOf >= lastDay(year)) return [];
  return lineAccounts(balances)
    .filter(({ paid, final }) => exceeds(paid, final, limits.usedUp))
    .map(({ unit, line, paid, final, balances: behind }) => {
      const { item, fundSource, kind, project } = line;
      const name = project === '' ? item : `${item}（${project}）`;
      return {
        key: `nearly-used-up:${[unit, item, fundSource, kind, project].join('|')}`,
        level: 'warn',
        message: `单位${unit}的${name}全年预算数${formatWan(final)}万元，已支付${formatWan(paid)}万元，超过${limits.usedUp}%，请核对余下月份的用款。`,
        facts: { final, paid },
        balances: behind,
      };
    });
};
