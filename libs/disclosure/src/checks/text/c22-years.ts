import { faultless } from '@juesuan/account';
import { computedProse } from '../section-of';
import type { TextCheck } from '../text-check';

/** Where last year has its place. */
const COMPARES = /上年|相比|比较|结转|同比/;

/** Computed sentences speak of the report’s year alone, of another only beside last year, and state holdings as of its last day. */
export const yearsText: TextCheck = {
  id: 'C22',
  scope: '全文',
  formula: '年份只允许报告年；上年仅限同比/原因语境；截至日=报告年12月31日',
  tolerance: 'exact',
  severity: 'error',
  run: ({ document, evidence: { account } }) => {
    const { year } = account;
    const sentences = computedProse(document).flatMap((text) => text.split(/[。；]/));
    const faults = sentences.flatMap((sentence) => [
      ...[...sentence.matchAll(/(20\d\d)年/g)]
        .filter(([, found]) => Number(found) !== year && !(Number(found) === year - 1 && COMPARES.test(sentence)))
        .map(([found]) => `写有“${found}”，本年是${year}年`),
      ...[...sentence.matchAll(/截[至止](\d+年\d+月\d+日)/g)]
        .filter(([, day]) => day !== `${year}年12月31日`)
        .map(([found]) => `“${found}”应为截至${year}年12月31日`),
    ]);
    return faultless(faults, `文中年份都是${year}年，截至日为12月31日`, '请改正年份');
  },
};
