import { faultless } from '@juesuan/account';
import type { TextCheck } from '../text-check';

const LEFTOVERS = /X{2,}|×{2,}|（(?:增加|减少|增长|下降|持平)）|（如[^）]*）|列明|待填|\{[^}]*\}|undefined|NaN/g;

/** Nothing of a form or template is left in the text. */
export const noLeftovers: TextCheck = {
  id: 'C26',
  scope: '全文',
  formula: '模板残留：XX、××、（下降）、（如持平…）、列明、待填',
  tolerance: 'exact',
  severity: 'error',
  run: ({ document }) => {
    const faults = document.paragraphs.flatMap((text) =>
      [...text.matchAll(LEFTOVERS)].map(([found]) => `“${text.slice(0, 12)}…”一段留有“${found}”`),
    );
    return faultless(faults, '没有模板残留的文字', '请改写这些段落');
  },
};
