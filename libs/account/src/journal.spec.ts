import type { BudgetLine, BudgetYearEvent } from '@juesuan/execution';
import { eventReference, type Measure } from './entry';
import { entriesOf } from './journal';

const office: BudgetLine = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };
const project: BudgetLine = { fundSource: 'generalPublic', item: '2080102', kind: 'project', project: '信息化' };
const place = { unit: '301001', year: 2023, revision: 57 };
const document = { documentNumber: '株财预〔2023〕9号', date: '2023-05-06', purpose: '人员经费' };
const money = { voucher: 'V1', date: '2023-06-01', line: office, economicItem: '30201', amount: 300, summary: '' };

/** Entries as a bookkeeper would note them. */
const noted = (event: BudgetYearEvent) =>
  entriesOf(event, place).map(({ measure, item, economicItem, purpose, amount, date, reference }) =>
    [measure, item, economicItem, purpose, amount, date, reference].join(' '),
  );

describe('what an event enters into the journal', () => {
  test.each<[string, BudgetYearEvent, string[]]>([
    [
      '年初预算',
      {
        type: 'OriginalBudgetAllocated',
        data: { line: office, amount: 100, economicItem: '30101', origin: 'current', date: '2023-01-01' },
      },
      ['original 2080101 30101  100 2023-01-01 '],
    ],
    [
      '年初预算 out of 上年结转',
      {
        type: 'OriginalBudgetAllocated',
        data: { line: office, amount: 100, economicItem: null, origin: 'carryover', date: '2023-01-01' },
      },
      ['originalCarryover 2080101   100 2023-01-01 '],
    ],
    [
      '追加',
      { type: 'BudgetSupplemented', data: { line: office, amount: 5, ...document } },
      ['supplement 2080101  人员经费 5 2023-05-06 株财预〔2023〕9号'],
    ],
    [
      '追减',
      { type: 'BudgetCut', data: { line: office, amount: 5, ...document } },
      ['cut 2080101  人员经费 -5 2023-05-06 株财预〔2023〕9号'],
    ],
    [
      '调剂转出',
      { type: 'BudgetTransferredOut', data: { line: office, amount: 5, ...document } },
      ['virementOut 2080101  人员经费 -5 2023-05-06 株财预〔2023〕9号'],
    ],
    [
      '调剂转入',
      { type: 'BudgetTransferredIn', data: { line: project, amount: 5, ...document } },
      ['virementIn 2080102  人员经费 5 2023-05-06 株财预〔2023〕9号'],
    ],
    [
      '上年结转',
      { type: 'CarryoverBroughtIn', data: { line: project, amount: 5, ...document, carryover: 'book' } },
      ['carryoverIn 2080102  人员经费 5 2023-05-06 株财预〔2023〕9号'],
    ],
    [
      '收回',
      { type: 'QuotaRecalled', data: { line: project, amount: 5, ...document } },
      ['recall 2080102  人员经费 -5 2023-05-06 株财预〔2023〕9号'],
    ],
    [
      '冻结',
      { type: 'QuotaFrozen', data: { line: office, amount: 5, freezeId: 'HT-1', date: '2023-03-01', purpose: '采购' } },
      ['freeze 2080101   5 2023-03-01 HT-1'],
    ],
    [
      '解冻',
      { type: 'QuotaReleased', data: { line: office, amount: 5, freezeId: 'HT-1', date: '2023-03-01' } },
      ['freeze 2080101   -5 2023-03-01 HT-1'],
    ],
    ['支付', { type: 'PaymentMade', data: money }, ['payment 2080101 30201  300 2023-06-01 V1']],
    [
      '支付 out of a freeze',
      { type: 'PaymentMade', data: { ...money, freezeId: 'HT-1', fromFreeze: 200 } },
      ['payment 2080101 30201  300 2023-06-01 V1', 'freeze 2080101   -200 2023-06-01 HT-1'],
    ],
    [
      '支付 on a freeze that has nothing left',
      { type: 'PaymentMade', data: { ...money, freezeId: 'HT-1', fromFreeze: 0 } },
      ['payment 2080101 30201  300 2023-06-01 V1'],
    ],
    [
      '支付 without economic item',
      { type: 'PaymentMade', data: { ...money, economicItem: null } },
      ['payment 2080101   300 2023-06-01 V1'],
    ],
    [
      '退回',
      { type: 'PaymentRefunded', data: { ...money, originalVoucher: 'V0' } },
      ['refund 2080101 30201  -300 2023-06-01 V1'],
    ],
    [
      '更正: out of one line, into the other, the amount unchanged',
      {
        type: 'PaymentReclassified',
        data: {
          ...money,
          line: project,
          economicItem: '30217',
          originalVoucher: 'V0',
          fromLine: office,
          fromEconomicItem: '30201',
        },
      },
      ['reclassification 2080101 30201  -300 2023-06-01 V1', 'reclassification 2080102 30217  300 2023-06-01 V1'],
    ],
    [
      '年末结转',
      { type: 'CarryoverCarriedOut', data: { line: office, amount: 5, outcome: 'carryover', date: '2023-12-31' } },
      ['carryoverOut 2080101   5 2023-12-31 '],
    ],
    [
      '结余',
      { type: 'CarryoverCarriedOut', data: { line: project, amount: 5, outcome: 'surplus', date: '2023-12-31' } },
      ['surplus 2080102   5 2023-12-31 '],
    ],
    [
      '重新开账',
      { type: 'CarryoverReturned', data: { line: project, amount: 5, outcome: 'surplus', date: '2023-12-31' } },
      ['surplus 2080102   -5 2023-12-31 '],
    ],
    [
      '收入',
      {
        type: 'IncomeReceived',
        data: { voucher: 'S1', date: '2023-02-01', fundSource: 'other', item: '2080101', amount: 7, summary: '利息' },
      },
      ['income 2080101   7 2023-02-01 S1'],
    ],
    [
      '收入冲销',
      {
        type: 'IncomeReversed',
        data: {
          voucher: 'S2',
          originalVoucher: 'S1',
          date: '2023-03-01',
          fundSource: 'other',
          item: '2080101',
          amount: 7,
          summary: '冲销',
        },
      },
      ['income 2080101   -7 2023-03-01 S2'],
    ],
    [
      '年初结转和结余',
      { type: 'OpeningBalanceRecorded', data: { fundSource: 'other', item: '2080101', amount: 7 } },
      ['opening 2080101   7 2023-01-01 '],
    ],
    [
      '使用非财政拨款结余',
      { type: 'SurplusUsed', data: { date: '2023-12-31', amount: 7, purpose: '弥补' } },
      ['surplusUsed   弥补 7 2023-12-31 '],
    ],
    [
      '结余分配',
      { type: 'SurplusDistributed', data: { date: '2023-12-31', amount: 7, purpose: '提取' } },
      ['surplusDistributed   提取 7 2023-12-31 '],
    ],
    [
      '“三公”预算 raised',
      { type: 'ThreePublicBudgetSet', data: { kind: 'reception', amount: 7, previous: 5 } },
      ['threePublicBudget  reception  2 2023-01-01 '],
    ],
    [
      '“三公”预算 lowered',
      { type: 'ThreePublicBudgetSet', data: { kind: 'reception', amount: 5, previous: 7 } },
      ['threePublicBudget  reception  -2 2023-01-01 '],
    ],
    ['“三公”预算 as before', { type: 'ThreePublicBudgetSet', data: { kind: 'reception', amount: 5, previous: 5 } }, []],
    [
      '“三公”预算 of nothing',
      { type: 'ThreePublicBudgetSet', data: { kind: 'reception', amount: 0, previous: 0 } },
      [],
    ],
  ])('%s', (_title, event, entries) => expect(noted(event)).toEqual(entries));

  test.each<BudgetYearEvent>([
    {
      type: 'FiscalYearOpened',
      data: { unitCode: '1', unitName: '甲', parentCode: null, unitType: 'administrative', year: 2023 },
    },
    { type: 'FiscalYearClosed', data: { date: '2023-12-31', chainHead: null } },
    { type: 'FiscalYearReopened', data: { reason: '补记' } },
    { type: 'PriorYearAccountRecorded', data: { document: 'account', name: '收入支出总计', amount: 1 } },
    { type: 'DisclosureRecorded', data: { name: '车辆', value: '1', unit: '辆', note: '' } },
    { type: 'VarianceReasonRecorded', data: { item: '2080101', reason: '压减' } },
    { type: 'ExplanationRevised', data: { key: 'k', text: 't' } },
    {
      type: 'AdjustmentDrafted',
      data: { adjustmentId: 'T', ...document, entries: [{ type: 'cut', line: office, amount: 5 }] },
    },
    { type: 'AdjustmentApplied', data: { adjustmentId: 'T' } },
  ])('$type moves neither money nor quota', (event) => expect(entriesOf(event, place)).toEqual([]));

  it('each entry says where it belongs and which event made it', () => {
    const [entry] = entriesOf({ type: 'PaymentMade', data: { ...money, line: project } }, place);
    expect(entry).toMatchObject({ ...place, ...project, measure: 'payment' satisfies Measure });
    expect(eventReference(place.unit, place.year, place.revision)).toBe('301001.2023@57');
  });
});
