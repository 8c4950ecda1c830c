import { isSpending } from '../measures';
import { at, type Placement, type Statement } from '../statement';
import { fiscalColumn } from './sources';

/** 04 财政拨款收入支出决算总表: the three sources; spending and what is left by source (合计, 一般公共预算, 政府性基金, 国有资本经营). */
export const fiscalOverview: Statement = {
  id: '04',
  columns: 4,
  rowsBy: 'fixed',
  place: (balance) => {
    const column = fiscalColumn(balance.fundSource);
    if (column === null) return [];
    const left = ['out.closing', 'out.grandTotal'];
    if (balance.measure === 'income') return arriving([`in.${balance.fundSource}`, 'in.total'], left, column);
    if (balance.measure === 'opening')
      return arriving(['in.opening', `in.opening.${balance.fundSource}`], left, column);
    if (!isSpending(balance)) return [];
    const rows = [`out.${balance.item.slice(0, 3)}`, 'out.total'];
    return [...at(rows, [0, column]), ...at(['out.closing'], [0, column], -1)];
  },
};

const arriving = (rows: string[], left: string[], column: number): Placement[] => [
  ...at([...rows, 'in.grandTotal'], [0]),
  ...at(left, [0, column]),
];
