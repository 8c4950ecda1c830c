import { formatWan } from '@juesuan/kernel';
import type { AlertRule } from './alert';
import { unitCalled } from './called';
import { byUnit, sumOf } from './groups';
import { ceilingsIn, KINDS, threePublicPaid } from './three-public-figures';

/** A unit that pays 三公 without any such budget: without rows in 09 it has no ceiling (CASES.md), so that nothing was refused. */
export const threePublicUnbudgeted: AlertRule = ({ balances, names }) =>
  [...byUnit(balances)].flatMap(([unit, own]) => {
    if (ceilingsIn(own).length > 0) return [];
    const behind = KINDS.flatMap((kind) => threePublicPaid(own, kind));
    const paid = sumOf(behind);
    if (paid === 0) return [];
    const message = `${unitCalled(unit, names)}没有下达“三公”经费预算，已支付${formatWan(paid)}万元，请补录全年预算数。`;
    return [{ unit, subject: '', level: 'warn', message, facts: { paid }, balances: behind }];
  });
