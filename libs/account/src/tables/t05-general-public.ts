import type { FundSource } from '@juesuan/classification';
import { isSpending } from '../measures';
import { at, functionalRows, type Statement } from '../statement';
import { basicProjectColumns } from './sources';

const spendingOf = (id: string, fund: FundSource): Statement => ({
  id,
  columns: 3,
  rowsBy: 'functional',
  place: (balance) =>
    isSpending(balance) && balance.fundSource === fund
      ? at(functionalRows(balance.item), basicProjectColumns(balance.kind))
      : [],
});

/** 05 一般公共预算财政拨款支出决算表: 小计, 基本, 项目. */
export const generalPublic = spendingOf('05', 'generalPublic');

/** 08 国有资本经营预算财政拨款支出决算表: 合计, 基本, 项目. */
export const stateCapital = spendingOf('08', 'stateCapital');
