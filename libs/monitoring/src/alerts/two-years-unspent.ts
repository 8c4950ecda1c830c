import { lineAccounts } from '@juesuan/account';
import { isFiscal } from '@juesuan/classification';
import { formatWan } from '@juesuan/kernel';
import type { AlertRule } from './alert';
import { lineCalled, unitCalled } from './called';
import { sumOf } from './groups';

/**
 * A project that still has quota from last year while this year draws to its end: unspent for two years it becomes 结余 and goes
 * back to the treasury. What a project pays, it pays from last year's quota first.
 */
export const twoYearsUnspent: AlertRule = ({ asOf, balances, settings, names }) => {
  if (Number(asOf.slice(5, 7)) < settings.limits.twoYearsMonth) return [];
  return lineAccounts(balances).flatMap(({ unit, line, paid, final, carriedOut, balances: behind }) => {
    if (line.kind !== 'project' || !isFiscal(line.fundSource)) return [];
    const carried = sumOf(behind.filter(({ measure }) => measure === 'carryoverIn' || measure === 'originalCarryover'));
    const left = Math.min(carried - paid, final - paid - carriedOut);
    if (left <= 0) return [];
    const figures = `上年结转${formatWan(carried)}万元，今年已支付${formatWan(paid)}万元，还有${formatWan(left)}万元满两年`;
    const message = `${unitCalled(unit, names)}的${lineCalled(line, names)}${figures}，年末未用完将转为结余交回财政，请抓紧支付或说明原因。`;
    const subject = [line.item, line.fundSource, line.project].join('|');
    return [{ unit, subject, level: 'reply', message, facts: { carried, paid, left }, balances: behind }];
  });
};
