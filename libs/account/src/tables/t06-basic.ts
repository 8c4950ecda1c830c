import { isPersonnel } from '@juesuan/classification';
import { isSpending } from '../measures';
import { at, economicRows, type Statement } from '../statement';

/** 06 一般公共预算财政拨款基本支出决算明细表: by economic item; 人员经费 = 301 + 303, 公用经费 = all others. */
export const basic: Statement = {
  id: '06',
  columns: 1,
  rowsBy: 'economic',
  place: (balance) => {
    if (!isSpending(balance) || balance.fundSource !== 'generalPublic' || balance.kind !== 'basic') return [];
    const group = isPersonnel(balance.economicItem) ? 'personnel' : 'publicUse';
    return at([...economicRows(balance.economicItem), group], [0]);
  },
};
