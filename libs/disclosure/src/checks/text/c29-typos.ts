import { faultless } from '@juesuan/account';
import { computedProse } from '../section-of';
import type { TextCheck } from '../text-check';

const SUSPECT = /结算数?|总收入总计|截止|(?<=的)的|了了|为为|是是|和和|万元万元|，，|。。|、、|；；|[A-Za-z]{2,}/g;

/** Words that are easily written for one another, doubled characters and stray Latin words. */
export const typosText: TextCheck = {
  id: 'C29',
  scope: '全文',
  formula: '错别字：结算/决算、总收入/总收支、截止/截至、叠字、混入拉丁词',
  tolerance: 'heuristic',
  severity: 'info',
  run: ({ document }) => {
    const faults = computedProse(document).flatMap((text) =>
      [...text.matchAll(SUSPECT)].map(([found]) => `“${text.slice(0, 12)}…”一段有“${found}”`),
    );
    return faultless(faults, '没有发现常见的错别字', '请看是否写错');
  },
};
