import { isSpending } from '../measures';
import { at, type Placement, type Statement } from '../statement';
import { incomeRow } from './sources';

const TOTALS_IN = ['in.grandTotal', 'out.closing', 'out.grandTotal'];

/** 公开01 收入支出决算总表. 年末结转和结余 = everything that came in − spending − 结余分配, so both 总计 agree by construction. */
export const overview: Statement = {
  id: '01',
  columns: 1,
  rowsBy: 'fixed',
  place: (balance) => {
    if (balance.measure === 'income') return at([incomeRow(balance.fundSource), 'in.total', ...TOTALS_IN], [0]);
    if (balance.measure === 'opening') return at(['in.opening', ...TOTALS_IN], [0]);
    if (balance.measure === 'surplusUsed') return at(['in.useOfSurplus', ...TOTALS_IN], [0]);
    if (balance.measure === 'surplusDistributed') return leaving(['out.distribution']);
    return isSpending(balance) ? leaving([`out.${balance.item.slice(0, 3)}`, 'out.total']) : [];
  },
};

/** What leaves lowers the closing balance by as much: 支出总计 stays. */
const leaving = (rows: string[]): Placement[] => [...at(rows, [0]), ...at(['out.closing'], [0], -1)];
