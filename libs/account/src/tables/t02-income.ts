import { type FundSource, isFiscal } from '@juesuan/classification';
import { at, functionalRows, type Statement } from '../statement';

const COLUMN: Readonly<Partial<Record<FundSource, number>>> = {
  superior: 2,
  institutional: 3,
  fiscalAccount: 3,
  operating: 4,
  affiliated: 5,
  other: 6,
};

/** 02 收入决算表: 合计, 财政拨款, 上级补助, 事业, 经营, 附属单位上缴, 其他. */
export const income: Statement = {
  id: '02',
  columns: 7,
  rowsBy: 'functional',
  place: (balance) => {
    if (balance.measure !== 'income' || balance.fundSource === '') return [];
    const column = isFiscal(balance.fundSource) ? 1 : COLUMN[balance.fundSource];
    return column === undefined ? [] : at(functionalRows(balance.item), [0, column]);
  },
};
