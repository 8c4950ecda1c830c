import { formatWan } from '@juesuan/kernel';
import { executionBy } from '../execution';
import { lagOf } from '../lag';
import { timeProgress } from '../progress';
import type { AlertRule } from './alert';
import { unitCalled } from './called';

/** A unit whose 执行率 is behind 序时进度 by more than the limits. */
export const behindTime: AlertRule = ({ year, asOf, balances, settings, names }) => {
  const progress = timeProgress(year, asOf);
  return executionBy('unit', balances).flatMap(({ key: unit, rate, paid, final, balances: behind }) => {
    const level = lagOf(rate, progress, settings.limits);
    if (level === 'none') return [];
    const figures = `全年预算数${formatWan(final)}万元，已支付${formatWan(paid)}万元`;
    const message = `${unitCalled(unit, names)}${figures}，执行率${rate}%，落后于序时进度${progress}%，请加快执行或说明原因。`;
    return [{ unit, subject: '', level, message, facts: { final, paid }, balances: behind }];
  });
};
