import { type Fen, sumFen } from '@juesuan/kernel';
import { cell } from '../../statement';
import { type Account, tableOf } from '../../account';
import type { Check } from '../check';
import { compare, type Comparison, toTheFen } from '../comparison';
import { union } from '../paper';
import { exactSide } from '../side';

/** Every item's drivers explain the whole of its variance: what table 05 has less the initial budget, to the 分. */
export const driversExplain: Check = {
  id: 'D06',
  scope: '台账',
  formula: '决算-年初预算=Σ驱动因素（逐项、逐表、到分）',
  tolerance: 'FEN',
  severity: 'error',
  run: ({ account, nameOf }) =>
    compare(
      comparisonsOf(account, (code) => `${code} ${nameOf('functional', code) ?? ''}`),
      '请核对该科目的年中调整与年末余额，或重建台账',
      '没有一般公共预算财政拨款的科目',
    ),
};

function comparisonsOf(account: Account, name: (code: string) => string): Comparison[] {
  const table = tableOf(account, '05');
  const items = new Map(account.items.map((item) => [item.code, item]));
  const spent = [...table.byKey.keys()].filter((key) => key.length === 7);
  const rows = union([...items.keys()], spent).map((code) => {
    const item = items.get(code);
    const drivers = sumFen((item?.drivers ?? []).map(({ fen }) => fen));
    return { label: name(code), variance: cell(table, code) - (item?.original ?? 0), drivers };
  });
  const whole = {
    label: '合计',
    variance: cell(table, 'total') - sumFen(account.items.map(({ original }) => original)),
    drivers: sumFen(rows.map(({ drivers }) => drivers)),
  };
  return rows.length === 0 ? [] : [...rows, whole].map(explained);
}

const explained = ({ label, variance, drivers }: { label: string; variance: Fen; drivers: Fen }): Comparison =>
  toTheFen(exactSide(`${label} 决算－年初预算`, variance), exactSide('各驱动因素之和', drivers));
