import { answerOf, type Damage, first, lastYear, onlyLedger, rebooked } from '../../../testing/damage';
import { bareYear, budgetYear, emptyYear, sampleYear } from '../../../testing/sample-year';
import type { Evidence } from '../check';

const onTheDay =
  (asOf: string): Damage =>
  (evidence) => ({ ...evidence, account: { ...evidence.account, asOf } });

describe('a fault of the ledger', () => {
  const reissued = (fen: number): Damage => rebooked(first('carryoverIn'), { measure: 'reissued', amount: fen });
  const takenBack: Damage = lastYear((one) =>
    one.measure === 'carryoverOut' ? [{ ...one, measure: 'recall', amount: -one.amount }] : [one],
  );

  it('D07 holds where last year took the quota back and this year issued it anew, and fails where it issued more', () => {
    expect(answerOf('D07', takenBack(reissued(40_000_00)(sampleYear()))).outcome).toBe('held');
    expect(answerOf('D07', takenBack(sampleYear())).outcome).toBe('failed');
    // A quota that the books carried over may be booked as issued anew: what was carried out arrives.
    expect(answerOf('D07', reissued(40_000_00)(sampleYear())).outcome).toBe('held');
    expect(answerOf('D07', takenBack(reissued(40_001_00)(sampleYear())))).toMatchObject({
      outcome: 'failed',
      says: expect.stringMatching(/40,000\.00 元，应等于本年上年结转.* 40,001\.00 元/),
    });
  });

  it('D01 holds over the ledger alone where the write side was not asked', () => {
    expect(answerOf('D01', onlyLedger(sampleYear()))).toMatchObject({
      outcome: 'held',
      says: expect.stringContaining('台账全年预算'),
    });
  });
});

describe('a check of the ledger is not run', () => {
  it.each<[string, string, Evidence, string]>([
    ['D01', 'without budget lines', emptyYear(), '没有预算指标'],
    ['D02', 'without virements', budgetYear(), '本年没有调剂'],
    ['D02', 'without the numbers of the virements', bareYear(), '没有提供调剂的文号明细'],
    ['D03', 'without budget lines', emptyYear(), '没有预算指标'],
    ['D04', 'on a budget', budgetYear(), '这是预算公开'],
    ['D05', 'before any unit closed its year', bareYear(), '尚未关账'],
    ['D06', 'without items', emptyYear(), '没有一般公共预算财政拨款的科目'],
    ['D07', 'without last year', bareYear(), '上年的账不在本系统中'],
    [
      'D07',
      'before last year was closed',
      lastYear((balance) => (balance.measure === 'carryoverOut' ? [] : [balance]))(sampleYear()),
      '上年尚未关账',
    ],
    ['D05', 'on a day before the closing', onTheDay('2023-06-30')(sampleYear()), '不含年末的结转和结余'],
    ['D07', 'on a day of the year', onTheDay('2023-06-30')(sampleYear()), '上年结转可能还没有全部带入'],
    ['D08', 'without corrections', budgetYear(), '本年没有更正'],
    ['D09', 'where nobody looked behind the closing', bareYear(), '没有提供关账以后的事件'],
    ['D09', 'before any unit closed its year', budgetYear(), '没有锁定期'],
    ['D10', 'without a verification', bareYear(), '没有校验哈希链'],
    ['D11', 'on a budget', budgetYear(), '这是预算公开'],
    ['D12', 'without a statement', bareYear(), '没有导入国库的财政拨款对账单'],
    ['D12', 'with an empty statement', { ...sampleYear(), treasury: [] }, '国库对账单是空的'],
  ])('%s %s', (id, _, evidence, why) => {
    expect(answerOf(id, evidence)).toEqual({ outcome: 'notRun', says: expect.stringContaining(why) });
  });
});
