import { isSpending } from '../measures';
import { at, functionalRows, type Statement } from '../statement';
import { basicProjectColumns } from './sources';

/** 07 政府性基金预算财政拨款收入支出决算表: 年初结转, 本年收入, 支出小计, 基本, 项目, 年末结转 — by functional item. */
export const governmentFund: Statement = {
  id: '07',
  columns: 6,
  rowsBy: 'functional',
  place: (balance) => {
    if (balance.fundSource !== 'governmentFund') return [];
    const rows = functionalRows(balance.item);
    if (balance.measure === 'opening') return at(rows, [0, 5]);
    if (balance.measure === 'income') return at(rows, [1, 5]);
    if (!isSpending(balance)) return [];
    const columns = basicProjectColumns(balance.kind).map((column) => column + 2);
    return [...at(rows, columns), ...at(rows, [5], -1)];
  },
};
