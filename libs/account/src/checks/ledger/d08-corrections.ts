import { FUND_SOURCES } from '@juesuan/classification';
import { sumFen } from '@juesuan/kernel';
import type { Balance } from '../../entry';
import type { Check } from '../check';
import { compare, toTheFen } from '../comparison';
import { union } from '../paper';
import { exactSide } from '../side';

/** A correction moves a payment inside one unit and one fund and changes no amount. */
export const correctionsMoveOnly: Check = {
  id: 'D08',
  scope: '台账',
  formula: '更正前后金额不变',
  tolerance: 'FEN',
  severity: 'error',
  run: ({ account }) => {
    const corrections = account.balances.filter(({ measure }) => measure === 'reclassification');
    const places = union(corrections.map(placeOf));
    const comparisons = places.map((place) => {
      const amounts = corrections.filter((one) => placeOf(one) === place).map(({ amount }) => amount);
      const into = sumFen(amounts.filter((amount) => amount > 0));
      const from = sumFen(amounts.filter((amount) => amount < 0));
      return toTheFen(exactSide(`${place} 更正转入`, into), exactSide('更正转出', -from));
    });
    return compare(comparisons, '请核对该单位的更正凭证，或重建台账', '本年没有更正');
  },
};

const placeOf = ({ unit, fundSource }: Balance): string =>
  `单位 ${unit} ${fundSource === '' ? '' : FUND_SOURCES[fundSource]}`;
