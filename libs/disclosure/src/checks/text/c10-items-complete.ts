import { faultless } from '@juesuan/account';
import { itemsByName, readItems } from '../read-items';
import { TITLES } from '../section-of';
import { lacking, onFinalText, type TextCheck } from '../text-check';

/** Every item has its paragraph, one each, also one that was budgeted and not spent. */
export const itemsComplete: TextCheck = {
  id: 'C10',
  scope: '说明五(三)',
  formula: '分项与05项级一一对应；年初预算>0而决算=0的项也须列',
  tolerance: 'exact',
  severity: 'error',
  run: onFinalText((given) => {
    const read = readItems(given)?.items.map(({ names }) => names);
    if (!read) return lacking(given, TITLES.items, '一般公共预算财政拨款支出决算具体情况');
    const faults = [...itemsByName(given)].flatMap(([names, { code }]) => {
      const times = read.filter((one) => one === names).length;
      return times === 1
        ? []
        : [`${code} ${names.split('-').at(-1) ?? ''}${times === 0 ? '没有说明' : `说明了 ${times} 次`}`];
    });
    return faultless(faults, `${read.length} 个分项与05表及年初预算的科目一一对应`, '请逐项补齐或删去重复的说明');
  }),
};
