import { FISCAL_FUNDS } from '@juesuan/classification';
import type { Check } from '../check';
import { compare, same } from '../comparison';
import { onFinalAccount } from '../paper';

/** The three 财政拨款 sources are the same in tables 01 and 04. */
export const fiscalSources: Check = {
  id: 'B05',
  scope: '01↔04',
  formula: '01收入行1–3=04收入行1–3',
  tolerance: 'SAME',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare(
      FISCAL_FUNDS.map((fund) => same(paper.cell('01', `in.${fund}`), paper.cell('04', `in.${fund}`))),
      '请核对01、04表该项财政拨款收入',
    ),
  ),
};
