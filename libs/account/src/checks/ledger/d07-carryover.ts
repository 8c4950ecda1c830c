import { FUND_SOURCES } from '@juesuan/classification';
import { lastDay, sumFen } from '@juesuan/kernel';
import type { Balance, Measure } from '../../entry';
import { unspentOf } from '../../items';
import { isCarriedOver } from '../../measures';
import { type Check, notRun } from '../check';
import { compare, type Comparison, toTheFen } from '../comparison';
import { linesOf, totalOf } from '../ledger';
import { union } from '../paper';
import { exactSide, plus } from '../side';

/** What last year carried out, gave back or had taken back. */
const LEAVING: readonly Measure[] = ['carryoverOut', 'surplus', 'recall'];

/**
 * Quota that last year carried out is what this year brings in, by unit, fund and item (projects are renamed too often, and a
 * code that changed with the year has to be looked at). What is issued anew may come out of what last year gave back instead.
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
    const before = byPlace(previousYear);
    const now = byPlace(account.balances);
    const rows = union([...before.keys()], [...now.keys()]).map((place) =>
      arrival(place, before.get(place) ?? [], now.get(place) ?? []),
    );
    const total = toTheFen(
      plus(
        rows.map(({ left }) => left),
        '上年结转下年合计',
      ),
      plus(
        rows.map(({ right }) => right),
        '本年上年结转合计',
      ),
    );
    return compare([...rows, total], '请核对上年关账与本年结转（科目改码的须逐一对应）');
  },
};

function arrival(place: string, before: readonly Balance[], now: readonly Balance[]): Comparison {
  const out = totalOf(before, ['carryoverOut']);
  const into = sumFen(now.filter(isCarriedOver).map(({ amount }) => amount));
  const givenBack = totalOf(before, ['surplus']) - totalOf(before, ['recall']);
  const anew = Math.max(0, Math.min(totalOf(now, ['reissued']), givenBack, into - out));
  const label = `${place} 上年结转下年${anew === 0 ? '' : '＋上年收回、本年重新下达'}`;
  return toTheFen(exactSide(label, out + anew), exactSide('本年上年结转', into));
}

function byPlace(balances: readonly Balance[]): Map<string, Balance[]> {
  const places = new Map<string, Balance[]>();
  for (const balance of balances) {
    if (!isCarriedOver(balance) && !LEAVING.includes(balance.measure)) continue;
    const fund = balance.fundSource === '' ? '' : FUND_SOURCES[balance.fundSource];
    const place = `单位 ${balance.unit} ${balance.item} ${fund}`;
    const own = places.get(place);
    if (own) own.push(balance);
    else places.set(place, [balance]);
  }
  return places;
}
