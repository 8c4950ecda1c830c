import { lineAccounts } from '@juesuan/account';
import { formatWan, lastDay } from '@juesuan/kernel';
import { type AlertRule, exceeds } from './alert';
import { lineCalled, unitCalled } from './called';

/** A budget line nearly paid out while the year still has days to go. */
export const nearlyUsedUp: AlertRule = ({ year, asOf, balances, settings, names }) => {
  const { usedUp } = settings.limits;
  if (asOf >= lastDay(year)) return [];
  return lineAccounts(balances)
    .filter(({ paid, final }) => exceeds(paid, final, usedUp))
    .map(({ unit, line, paid, final, balances: behind }) => {
      const { item, fundSource, kind, project } = line;
      const figures = `全年预算数${formatWan(final)}万元，已支付${formatWan(paid)}万元，超过${usedUp}%`;
      return {
        unit,
        subject: [item, fundSource, kind, project].join('|'),
        level: 'warn',
        message: `${unitCalled(unit, names)}的${lineCalled(line, names)}${figures}，请核对余下月份的用款。`,
        facts: { final, paid },
        balances: behind,
      };
    });
};
