import { formatWan } from '@juesuan/kernel';
import { lineAccounts, linePartsOf } from '@juesuan/account';
import { type AlertRule, exceeds } from './alert';

/** A project line that pays too much under “其他” economic items (those ending in 99). */
export const otherItems: AlertRule = ({ balances, limits }) =>
  lineAccounts(balances).flatMap(({ unit, line, paid, balances: own }) => {
    if (line.kind !== 'project') return [];
    const behind = own.filter(({ economicItem }) => economicItem.endsWith('99'));
    const others = linePartsOf(behind).paid;
    if (!exceeds(others, paid, limits.otherItems)) return [];
    const { item, fundSource, project } = line;
    const figures = `已支付${formatWan(paid)}万元，其中“其他”经济科目${formatWan(others)}万元`;
    return [
      {
        key: `other-items:${[unit, item, fundSource, project].join('|')}`,
        level: 'warn',
        message: `单位${unit}的项目“${project}”（${item}）${figures}，超过${limits.otherItems}%，请核对科目，列错的作更正。`,
        facts: { paid, others },
        balances: behind,
      },
    ];
  });
