import { EXPENDITURE_KINDS } from '@juesuan/classification';
import { isSpending } from '../measures';
import { at, functionalRows, type Statement } from '../statement';

const KINDS = Object.keys(EXPENDITURE_KINDS);

/** 03 支出决算表: 合计, 基本, 项目, 上缴上级, 经营, 对附属单位补助. */
export const expenditure: Statement = {
  id: '03',
  columns: 6,
  rowsBy: 'functional',
  place: (balance) =>
    isSpending(balance) ? at(functionalRows(balance.item), [0, KINDS.indexOf(balance.kind) + 1]) : [],
};
