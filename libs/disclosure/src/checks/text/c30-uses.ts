import { faultless, notRun } from '@juesuan/account';
import type { TextCheck } from '../text-check';

const USE = /（款）([^（]+)（项）.*?用于([^。；]+)/;

/** Items and uses that never go together. */
const NOT_FOR: readonly (readonly [RegExp, RegExp])[] = [
  [/公积金|购房补贴/, /医疗|养老|年金/],
  [/养老|年金/, /医疗保险|公积金/],
  [/医疗/, /公积金|养老|年金/],
  [/抚恤/, /公积金|医疗保险|养老保险/],
];

/** What an item is said to be mainly used for is not the use of another. */
export const usesText: TextCheck = {
  id: 'C30',
  scope: '说明五(三)',
  formula: '05科目用途与“主要用于”语义冲突（公积金≠医疗保险）',
  tolerance: 'dictionary',
  severity: 'warn',
  run: ({ document }) => {
    const uses = document.paragraphs.flatMap((text) => {
      const [, item, use] = USE.exec(text) ?? [];
      return item !== undefined && use !== undefined ? [{ item, use }] : [];
    });
    if (uses.length === 0) return notRun('分项说明没有写“主要用于”');
    const faults = uses.flatMap(({ item, use }) =>
      NOT_FOR.filter(([name, other]) => name.test(item) && other.test(use)).map(() => `“${item}”写成用于${use}`),
    );
    return faultless(faults, `${uses.length} 处用途与科目相符`, '请核对科目和用途');
  },
};
