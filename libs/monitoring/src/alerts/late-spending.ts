import { linePartsOf } from '@juesuan/account';
import { formatWan } from '@juesuan/kernel';
import { type AlertRule, exceeds } from './alert';
import { unitCalled } from './called';
import { byUnit } from './groups';

/** A unit that pays too much of its year in November and December (突击花钱); looked at from November on. */
export const lateSpending: AlertRule = ({ year, asOf, months, balances, settings, names }) => {
  const most = settings.limits.lateSpending;
  const november = `${year}-11`;
  if (asOf < `${november}-01`) return [];
  return [...byUnit(months)].flatMap(([unit, own]) => {
    const paid = linePartsOf(own).paid;
    const late = linePartsOf(own.filter(({ month }) => month >= november)).paid;
    if (!exceeds(late, paid, most)) return [];
    const figures = `今年已支付${formatWan(paid)}万元，其中11月以来${formatWan(late)}万元，超过${most}%`;
    const message = `${unitCalled(unit, names)}${figures}，请逐笔核对年底支付的依据，并说明原因。`;
    const behind = balances.filter((balance) => balance.unit === unit);
    return [{ unit, subject: '', level: 'warn', message, facts: { paid, late }, balances: behind }];
  });
};
