import { isFiscal, type ThreePublicKind, threePublicKindOf } from '@juesuan/classification';
import { isSpending } from '../measures';
import { at, type Statement } from '../statement';

/** Columns 合计, 因公出国, 车小计, 购置, 运行, 接待 that a kind adds to. */
const COLUMNS: Readonly<Record<ThreePublicKind, readonly number[]>> = {
  abroad: [0, 1],
  vehiclePurchase: [0, 2, 3],
  vehicleOperation: [0, 2, 4],
  reception: [0, 5],
};

/** 09 财政拨款“三公”经费支出决算表: 全年预算数 and 决算数; spending of all 财政拨款, basic and project (DOMAIN.md §1). */
export const threePublic: Statement = {
  id: '09',
  columns: 6,
  rowsBy: 'fixed',
  place: (balance) => {
    if (balance.measure === 'threePublicBudget')
      return at(['budget'], COLUMNS[balance.economicItem as ThreePublicKind]);
    const fiscal = balance.fundSource !== '' && isFiscal(balance.fundSource);
    const kind = fiscal && isSpending(balance) ? threePublicKindOf(balance.economicItem) : null;
    return kind === null ? [] : at(['actual'], COLUMNS[kind]);
  },
};
