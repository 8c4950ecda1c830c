import { type Check, notRun } from '../check';
import { faultless } from '../comparison';

/** The events are those that were recorded, in their order, none changed and none missing. */
export const hashChain: Check = {
  id: 'D10',
  scope: '台账',
  formula: '哈希链连续；导出文档记录链头',
  tolerance: 'exact',
  severity: 'error',
  run: ({ chain }) => {
    if (chain === null) return notRun('没有校验哈希链，可运行 juesuan verify');
    const faults = chain.damage === null ? [] : [chain.damage];
    return faultless(faults, `本账 ${chain.events} 个事件的哈希链连续`, '请从备份恢复事件库，并查明原因');
  },
};
