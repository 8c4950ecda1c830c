import { faultless } from '@juesuan/account';
import { computedProse } from '../section-of';
import type { TextCheck } from '../text-check';

/** Amounts of computed sentences are in 万元, and a share or a change has its percent sign. */
export const unitsText: TextCheck = {
  id: 'C23',
  scope: '全文',
  formula: '单位：正文万元；孤立“元”须量级核对；占/增长后须有%',
  tolerance: 'exact',
  severity: 'error',
  run: ({ document }) => {
    const faults = computedProse(document).flatMap((text) => [
      ...[...text.matchAll(/[\d,.]+元/g)].map(([found]) => `“${found}”的单位不是万元`),
      ...[...text.matchAll(/(?:占[^，。；]*?|增长|下降|完成(?:年初)?预算的)\d[\d,.]*(?![\d,.%万])/g)].map(
        ([found]) => `“${found}”后没有百分号`,
      ),
    ]);
    return faultless(faults, '正文金额都以万元为单位，比率都带百分号', '请核对单位');
  },
};
