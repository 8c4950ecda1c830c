import { FUND_SOURCES } from '@juesuan/classification';
import { type Fen, lastDay } from '@juesuan/kernel';
import type { Balance, Measure } from '../../entry';
import { unspentOf } from '../../items';
import { type Check, notRun } from '../check';
import { compare, toTheFen } from '../comparison';
import { linesOf, totalOf } from '../ledger';
import { union } from '../paper';
import { exactSide } from '../side';

const IN: readonly Measure[] = ['originalCarryover', 'carryoverIn'];
const OUT: readonly Measure[] = ['carryoverOut'];

/**
 * Quota that last year carried out is what this year brings in, by unit, fund and item (projects are renamed too often, and a
 * code that changed with the year has to be looked at).
 */
export const carryoverArrives: Check = {
  id: 'D07',
  scope: '台账',
  formula: '次年结转流入=本年结转流出',
  tolerance: 'FEN',
  severity: 'error',
  run: ({ account, previousYear }) => {
    if (previousYear === null || previousYear.length === 0) return notRun('上年的账不在本系统中');
    if (account.asOf !== null && account.asOf < lastDay(account.year))
      return notRun(`本账截至 ${account.asOf}，上年结转可能还没有全部带入`);
    if (linesOf(previousYear).some(({ balances }) => unspentOf(balances) !== 0))
      return notRun('上年尚未关账，结转还没有确定');
    const out = byPlace(previousYear, OUT);
    const into = byPlace(account.balances, IN);
    const total = toTheFen(
      exactSide('上年结转下年合计', totalOf(previousYear, OUT)),
      exactSide('本年上年结转合计', totalOf(account.balances, IN)),
    );
    const rows = union([...out.keys()], [...into.keys()]).map((place) =>
      toTheFen(
        exactSide(`${place} 上年结转下年`, out.get(place) ?? 0),
        exactSide('本年上年结转', into.get(place) ?? 0),
      ),
    );
    return compare([...rows, total], '请核对上年关账与本年结转（科目改码的须逐一对应）');
  },
};

function byPlace(balances: readonly Balance[], measures: readonly Measure[]): Map<string, Fen> {
  const places = new Map<string, Fen>();
  for (const balance of balances) {
    if (!measures.includes(balance.measure)) continue;
    const fund = balance.fundSource === '' ? '' : FUND_SOURCES[balance.fundSource];
    const place = `单位 ${balance.unit} ${balance.item} ${fund}`;
    places.set(place, (places.get(place) ?? 0) + balance.amount);
  }
  return places;
}
