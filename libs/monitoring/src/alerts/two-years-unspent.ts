import { isCarriedOver, type LineAccount, lineAccounts } from '@juesuan/account';
import { isFiscal } from '@juesuan/classification';
import { type Fen, formatWan } from '@juesuan/kernel';
import type { AlertRule } from './alert';
import { lineCalled, unitCalled } from './called';
import { sumOf } from './groups';

/**
 * A project that still has quota from last year while this year draws to its end: unspent for two years it becomes 结余 and goes
 * back to the treasury.
 */
export const twoYearsUnspent: AlertRule = ({ asOf, balances, settings, names }) => {
  if (Number(asOf.slice(5, 7)) < settings.limits.twoYearsMonth) return [];
  return lineAccounts(balances).flatMap((account) => {
    const { unit, line, paid, balances: behind } = account;
    const { carried, left } = lastYearsLeft(account);
    if (left <= 0) return [];
    const figures = `上年结转${formatWan(carried)}万元，今年已支付${formatWan(paid)}万元，还有${formatWan(left)}万元满两年`;
    const message = `${unitCalled(unit, names)}的${lineCalled(line, names)}${figures}，年末未用完将转为结余交回财政，请抓紧支付或说明原因。`;
    const subject = [line.item, line.fundSource, line.project].join('|');
    return [{ unit, subject, level: 'reply', message, facts: { carried, paid, left }, balances: behind }];
  });
};

/**
 * The 上年结转 of a project under 财政拨款, and what a payment of so much leaves of it; 0 or less where nothing is left. What a
 * project pays, it pays from last year's quota first.
 */
export function lastYearsLeft({ line, paid, final, carriedOut, balances }: LineAccount): { carried: Fen; left: Fen } {
  if (line.kind !== 'project' || !isFiscal(line.fundSource)) return { carried: 0, left: 0 };
  const carried = sumOf(balances.filter(isCarriedOver));
  return { carried, left: Math.min(carried - paid, final - paid - carriedOut) };
}
