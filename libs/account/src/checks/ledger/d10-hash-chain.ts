import { FUND_SOURCES } from '@juesuan/classification';
import { type Fen, formatYuan } from '@juesuan/kernel';
import { type Balance, balanceKey, MEASURE_WORDS } from '../../entry';
import { type Check, notRun } from '../check';
import { faultless } from '../comparison';

/**
 * The events are those that were recorded, in their order, none changed and none missing; and the ledger is what they say. Balances can
 * be changed beside the events, and a chain's head must not stand under figures that are not its events'.
 */
export const hashChain: Check = {
  id: 'D10',
  scope: '台账',
  formula: '哈希链连续；导出文档记录链头',
  tolerance: 'exact',
  severity: 'error',
  run: ({ chain, fromEvents, account: { balances } }) => {
    if (chain === null) return notRun('没有校验哈希链，可运行 juesuan verify');
    if (chain.damage !== null) return faultless([chain.damage], '', '请从备份恢复事件库，并查明原因');
    const intact = `本账 ${chain.events} 个事件的哈希链连续`;
    if (fromEvents === null) return faultless([], intact, '');
    const held = `${intact}，台账各项余额与事件合计一致`;
    return faultless(
      otherThanEvents(balances, fromEvents),
      held,
      '请由管理员运行 juesuan rebuild 由事件重算，并查明谁改了数据文件',
    );
  },
};

function otherThanEvents(balances: readonly Balance[], fromEvents: ReadonlyMap<string, Fen>): string[] {
  const left = new Map(fromEvents);
  const changed = balances.flatMap((balance) => {
    const key = balanceKey(balance);
    const amount = left.get(key) ?? 0;
    left.delete(key);
    return amount === balance.amount
      ? []
      : [`${named(balance)}台账为 ${formatYuan(balance.amount)} 元，事件合计为 ${formatYuan(amount)} 元`];
  });
  const missing = [...left.values()].filter((amount) => amount !== 0).length;
  return missing === 0 ? changed : [...changed, `台账缺少事件记录的 ${missing} 项余额`];
}

function named({ unit, measure, fundSource, item, project }: Balance): string {
  const fund = fundSource === '' ? '' : `${FUND_SOURCES[fundSource]} `;
  return `单位 ${unit} ${fund}${item} ${project}${MEASURE_WORDS[measure]}`.replaceAll(/ +/g, ' ');
}
