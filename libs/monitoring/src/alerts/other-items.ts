import { linePartsOf } from '@juesuan/account';
import { formatWan } from '@juesuan/kernel';
import { type AlertRule, exceeds } from './alert';
import { projectCalled, unitCalled } from './called';
import { projectYears } from './projects';

/** A project that pays too much under “其他” economic items (those ending in 99), over all of its lines. */
export const otherItems: AlertRule = ({ balances, settings, names }) =>
  [...projectYears(balances).values()].flatMap(({ unit, subject, line, paid, balances: own }) => {
    const behind = own.filter(({ economicItem }) => economicItem.endsWith('99'));
    const others = linePartsOf(behind).paid;
    const most = settings.limits.otherItems;
    if (!exceeds(others, paid, most)) return [];
    const figures = `已支付${formatWan(paid)}万元，其中“其他”经济科目${formatWan(others)}万元，超过${most}%`;
    const message = `${unitCalled(unit, names)}的${projectCalled(line, names)}${figures}，请核对科目，列错的作更正。`;
    return [{ unit, subject, level: 'warn', message, facts: { paid, others }, balances: behind }];
  });
