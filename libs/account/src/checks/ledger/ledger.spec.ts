import { answerOf, type Damage, first, lastYear, rebooked } from '../../../testing/damage';
import { bareYear, budgetYear, emptyYear, sampleYear } from '../../../testing/sample-year';
import type { Evidence } from '../check';

it('D07 fails where last year took quota back and this year issued nothing anew, or issued more', () => {
  const takenBack: Damage = lastYear((one) =>
    one.measure === 'carryoverOut' ? [{ ...one, measure: 'recall', amount: -one.amount }] : [one],
  );
  const more = rebooked(first('carryoverIn'), { measure: 'reissued', amount: 40_001_00 });
  expect(answerOf('D07', takenBack(sampleYear())).outcome).toBe('failed');
  expect(answerOf('D07', takenBack(more(sampleYear())))).toMatchObject({
    outcome: 'failed',
    says: expect.stringMatching(/40,000\.00 元，应等于本年上年结转.* 40,001\.00 元/),
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
    ['D08', 'without corrections', budgetYear(), '本年没有更正'],
    ['D09', 'where nobody looked behind the closing', bareYear(), '没有提供关账以后的事件'],
    ['D09', 'before any unit closed its year', budgetYear(), '没有锁定期'],
    ['D10', 'without a verification', bareYear(), '没有校验哈希链'],
    ['D11', 'on a budget', budgetYear(), '这是预算公开'],
    ['D12', 'without a statement', bareYear(), '没有导入国库的财政拨款对账单'],
  ])('%s %s', (id, _, evidence, why) => {
    expect(answerOf(id, evidence)).toEqual({ outcome: 'notRun', says: expect.stringContaining(why) });
  });
});
