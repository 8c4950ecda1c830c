import { FUND_SOURCES, isFiscal, THREE_PUBLIC_KINDS, UNIT_TYPES } from '@juesuan/classification';
import { factName, lineKey } from '@juesuan/execution';
import { lastDay } from '@juesuan/kernel';
import { openingBalance, original, surplus } from './booked-rows';
import { type ImportFile, TOP_UNIT } from './columns';
import { lineOf } from './line-of';
import { OWN_TEXTS } from './own-texts';
import { RANK, type Reads } from './plan';
import type { RowReader } from './row';

const ADJUSTMENTS = {
  SupplementBudget: '追加',
  CutBudget: '追减',
  BringInCarryover: '上年结转',
  TransferBudgetOut: '调剂转出',
  TransferBudgetIn: '调剂转入',
  RecallQuota: '收回',
} as const;
type Adjustment = keyof typeof ADJUSTMENTS;
const TAKES: readonly Adjustment[] = ['CutBudget', 'TransferBudgetOut', 'RecallQuota'];

const PAYMENTS = { MakePayment: '支付', RefundPayment: '退回', ReclassifyPayment: '更正' } as const;

type Row = ReturnType<Reads>;

function unit(reader: RowReader, year: number): Row {
  const unitCode = reader.code('单位编码');
  const data = {
    unitCode,
    unitName: reader.required('单位名称'),
    parentCode: reader.text('上级单位编码').normalize('NFKC') || null,
    unitType: reader.word('单位类型', UNIT_TYPES),
    year,
  };
  return { unit: unitCode, date: '', rank: RANK.open, key: 'open', command: { type: 'OpenFiscalYear', data } };
}

function adjustment(reader: RowReader): Row {
  const type = reader.word('调整类型', ADJUSTMENTS);
  const line = lineOf(reader);
  const documentNumber = reader.required('文号');
  const date = reader.date('日期');
  const change = { line, amount: reader.yuan('金额(元)'), documentNumber, date, purpose: reader.required('事由') };
  const command =
    type === 'BringInCarryover'
      ? ({ type, data: { ...change, carryover: isFiscal(line.fundSource) ? 'reissued' : 'nonFiscal' } } as const)
      : { type, data: change };
  const rank = TAKES.includes(type) ? RANK.takes : RANK.adds;
  const key = `document:${documentNumber}:${type}:${lineKey(line)}`;
  return { unit: reader.code('单位编码'), date, rank, key, command };
}

function income(reader: RowReader): Row {
  const date = reader.date('日期');
  const voucher = reader.required('凭证号');
  const data = {
    voucher,
    date,
    fundSource: reader.word('收入来源', FUND_SOURCES),
    item: reader.code('功能分类科目'),
    amount: reader.yuan('金额(元)'),
    summary: reader.text('摘要'),
  };
  const command = { type: 'ReceiveIncome', data } as const;
  return { unit: reader.code('单位编码'), date, rank: RANK.adds, key: `voucher:${voucher}`, command };
}

function payment(reader: RowReader): Row {
  const type = reader.word('类型', PAYMENTS);
  const date = reader.date('日期');
  const voucher = reader.required('凭证号');
  const paid = {
    voucher,
    date,
    line: lineOf(reader),
    economicItem: reader.text('经济分类科目').normalize('NFKC') || null,
    amount: reader.yuan('金额(元)'),
    summary: reader.text('摘要'),
  };
  const freezeId = reader.text('冻结编号');
  const command =
    type === 'MakePayment'
      ? ({ type, data: freezeId === '' ? paid : { ...paid, freezeId } } as const)
      : ({ type, data: { ...paid, originalVoucher: reader.required('原凭证号') } } as const);
  if (type === 'MakePayment' && reader.text('原凭证号') !== '') {
    reader.refuse('原凭证号', '支付没有原凭证号', '退回和更正才填原凭证号，请核对类型');
  }
  return { unit: reader.code('单位编码'), date, rank: RANK.pays, key: `voucher:${voucher}`, command };
}

const priorYear =
  (document: 'account' | 'budget'): Reads =>
  (reader) => {
    const name = factName(reader.required('指标'));
    const data = { document, name, amount: reader.wan('金额(万元)') };
    return fact(`prior:${document}:${name}`, { type: 'RecordPriorYearAccount', data });
  };

function disclosure(reader: RowReader): Row {
  const name = factName(reader.required('指标'));
  const data = { name, value: reader.text('数值'), unit: reader.text('单位'), note: reader.text('说明') };
  return fact(`disclosure:${name}`, { type: 'RecordDisclosure', data });
}

/** A reason for a functional item; for another figure of the text its name stands in the item's place (收入支出总计, 公务接待费, …预算). */
function reason(reader: RowReader): Row {
  const item = reader.required('功能分类科目');
  const text = reader.required('原因');
  if (/^\d+$/.test(item)) return fact(`reason:${item}`, { type: 'RecordVarianceReason', data: { item, reason: text } });
  const key = OWN_TEXTS.get(item) ?? (item.includes('/') ? item : `reason/${item}`);
  return fact(`explanation:${key}`, { type: 'ReviseExplanation', data: { key, text } });
}

const fact = (key: string, command: Row['command']): Row => ({
  unit: TOP_UNIT,
  date: lastDay(9999),
  rank: RANK.facts,
  key,
  command,
});

function threePublic(reader: RowReader): Row {
  const kind = reader.word('类别', THREE_PUBLIC_KINDS);
  const data = { kind, amount: reader.yuan('全年预算数(元)') };
  const command = { type: 'SetThreePublicBudget', data } as const;
  return { unit: reader.code('单位编码'), date: '', rank: RANK.ceiling, key: `ceiling:${kind}`, command };
}

const FREEZES = { FreezeQuota: '冻结', ReleaseQuota: '解冻' } as const;

function freeze(reader: RowReader): Row {
  const type = reader.word('类型', FREEZES);
  const date = reader.date('日期');
  const freezeId = reader.required('冻结编号');
  const held = { freezeId, date, amount: reader.yuan('金额(元)') };
  const command =
    type === 'FreezeQuota'
      ? ({ type, data: { ...held, line: lineOf(reader), purpose: reader.required('事由') } } as const)
      : ({ type, data: held } as const);
  const rank = type === 'FreezeQuota' ? RANK.holds : RANK.adds;
  const key = `freeze:${freezeId}:${type}:${date}`;
  return { unit: reader.code('单位编码'), date, rank, key, command };
}

/** One reader per import file. */
export const READERS: Readonly<Record<ImportFile, Reads>> = {
  '00': unit,
  '01': original,
  '02': adjustment,
  '03': income,
  '04': payment,
  '05-上年决算': priorYear('account'),
  '05-上年预算': priorYear('budget'),
  '06': disclosure,
  '07': reason,
  '08': openingBalance,
  '09': threePublic,
  '10': freeze,
  '11': surplus,
};
