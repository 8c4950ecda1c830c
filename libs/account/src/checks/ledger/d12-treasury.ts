import { FUND_SOURCES } from '@juesuan/classification';
import { type Check, notRun } from '../check';
import { compare, toTheFen } from '../comparison';
import { exactSide } from '../side';

/** Month by month the ledger's 财政拨款 payments are those of the treasury's statement. */
export const treasuryAgrees: Check = {
  id: 'D12',
  scope: '台账↔国库',
  formula: '与财政拨款对账单/支付系统逐月核对差额=0',
  tolerance: 'FEN',
  severity: 'error',
  run: ({ treasury }) => {
    if (treasury === null) return notRun('没有导入国库的财政拨款对账单');
    const comparisons = treasury.map(({ month, fundSource, ledger, statement }) =>
      toTheFen(
        exactSide(`${month} 月${FUND_SOURCES[fundSource]}台账净支付`, ledger),
        exactSide('国库对账单', statement),
      ),
    );
    return compare(comparisons, '请逐笔核对该月的支付凭证', '国库对账单是空的');
  },
};
