import { FUND_SOURCES } from '@juesuan/classification';
import { lineKey, SURPLUS_MOVEMENTS } from '@juesuan/execution';
import { lineOf } from './line-of';
import { RANK, type Reads } from './plan';
import type { RowReader } from './row';

type Row = ReturnType<Reads>;

const ORIGINS = { current: '本年预算', carryover: '上年结转' } as const;

/** 年初预算 of a line, or its 冲减. */
export function original(reader: RowReader): Row {
  const line = lineOf(reader);
  const economicItem = reader.text('经济分类科目').normalize('NFKC') || null;
  const origin = reader.word('指标来源', ORIGINS);
  const data = { line, amount: reader.yuan('金额(元)'), economicItem, origin };
  const reason = reversalIn(reader);
  const command =
    reason === null
      ? ({ type: 'AllocateOriginalBudget', data } as const)
      : ({ type: 'ReverseOriginalBudget', data: { ...data, reason } } as const);
  const key = `${reason === null ? 'original' : 'originalReversal'}:${origin}:${lineKey(line)}:${economicItem ?? ''}`;
  return { unit: reader.code('单位编码'), date: '', rank: reason === null ? RANK.adds : RANK.takes, key, command };
}

/** 年初结转和结余 of one kind of money on an item, or its 冲减. */
export function openingBalance(reader: RowReader): Row {
  const fundSource = reader.word('资金性质', FUND_SOURCES);
  const item = reader.code('功能分类科目');
  const data = { fundSource, item, amount: reader.yuan('金额(元)') };
  const reason = reversalIn(reader);
  const command =
    reason === null
      ? ({ type: 'RecordOpeningBalance', data } as const)
      : ({ type: 'ReverseOpeningBalance', data: { ...data, reason } } as const);
  return {
    unit: reader.code('单位编码'),
    date: '',
    rank: reason === null ? RANK.adds : RANK.takes,
    key: `${reason === null ? 'opening' : 'openingReversal'}:${fundSource}:${item}`,
    command,
  };
}

/** 使用非财政拨款结余 and 结余分配 of the whole year, which table 01 shows beside income and expenditure. */
export function surplus(reader: RowReader): Row {
  const movement = reader.word('去向', SURPLUS_MOVEMENTS);
  const date = reader.date('日期');
  const data = { date, amount: reader.yuan('金额(元)'), purpose: reader.required('用途') };
  const reason = reversalIn(reader);
  return {
    unit: reader.code('单位编码'),
    date,
    rank: reason === null ? RANK.adds : RANK.takes,
    key: `${reason === null ? 'surplus' : 'surplusReversal'}:${movement}:${date}:${data.purpose}`,
    command:
      reason === null
        ? { type: movement === 'used' ? 'UseSurplus' : 'DistributeSurplus', data }
        : { type: 'ReverseSurplus', data: { ...data, movement, reason } },
  };
}

const ENTRIES = { booked: '登记', reversed: '冲减' } as const;

/** Why a row takes back what was wrongly entered; null where it does not. Its 类型 left out, a row is 登记. */
function reversalIn(reader: RowReader): string | null {
  const isReversal = reader.text('类型') !== '' && reader.word('类型', ENTRIES) === 'reversed';
  return isReversal ? reader.required('事由') : null;
}
