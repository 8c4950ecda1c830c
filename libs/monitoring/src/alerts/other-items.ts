import { formatWan } from '@juesuan/kernel';
import { lineAccounts, linePartsOf } from '@juesuan/account';
import { type AlertRule, exceeds } from './alert';
import { lineCalled, unitCalled } from './called';

/** A project line that pays too much under “其他” economic items (those ending in 99). */
export const otherItems: AlertRule = ({ balances, settings, names }) =>
  lineAccounts(balances).flatMap(({ unit, line, paid, balances: own }) => {
    if (line.kind !== 'project') return [];
    const behind = own.filter(({ economicItem }) => economicItem.endsWith('99'));
    const others = linePartsOf(behind).paid;
    const most = settings.limits.otherItems;
    if (!exceeds(others, paid, most)) return [];
    const { item, fundSource, project } = line;
    const figures = `已支付${formatWan(paid)}万元，其中“其他”经济科目${formatWan(others)}万元，超过${most}%`;
    const message = `${unitCalled(unit, names)}的${lineCalled(line, names)}${figures}，请核对科目，列错的作更正。`;
    const subject = [item, fundSource, project].join('|');
    return [{ unit, subject, level: 'warn', message, facts: { paid, others }, balances: behind }];
  });
