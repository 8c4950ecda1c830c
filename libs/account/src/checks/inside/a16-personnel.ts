import type { Check } from '../check';
import { compare, within } from '../comparison';
import { onFinalAccount } from '../paper';
import { plus } from '../side';

/** 人员经费 is what 301 and 303 buy. */
export const personnelAddsUp: Check = {
  id: 'A16',
  scope: '06表',
  formula: '人员经费合计 = 301+303',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalAccount((paper) =>
    compare(
      [within(paper.cell('06', 'personnel'), plus([paper.cell('06', '301'), paper.cell('06', '303')]))],
      '请核对06表301、303两类',
    ),
  ),
};
