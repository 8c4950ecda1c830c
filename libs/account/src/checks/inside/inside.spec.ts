import { answerOf, all, type Damage, emptied, misprint, printedAs, strikeOut } from '../../../testing/damage';
import { bareYear, budgetYear, sampleYear } from '../../../testing/sample-year';

describe('a fault inside a table', () => {
  it('shows both sides as printed', () => {
    const answer = answerOf('A05', misprint('01', 'out.grandTotal', 0, '0.01')(sampleYear()));
    expect(answer).toMatchObject({ left: '231.20', right: '231.21' });
  });
});

describe('a fault inside a budget’s table', () => {
  it.each<[string, string, Damage, string]>([
    ['A14', 'Y05表一项项目支出多印', misprint('Y05', '2080199', 2, '1'), 'Y05表 2080199'],
    ['A14', 'Y05表漏印一款', strikeOut('Y05', '20801'), '请核对Y05表'],
    ['A19', 'Y07表项目支出少印', misprint('Y07', '2120803', 2, '-1'), 'Y07表 2120803'],
    ['A20', 'Y08表基本支出多印', misprint('Y08', 'total', 1, '1'), 'Y08表 合计 8.00 万元'],
  ])('%s fails when %s', (id, _, damage, says) => {
    expect(answerOf(id, budgetYear()).outcome).toBe('held');
    expect(answerOf(id, damage(budgetYear()))).toMatchObject({
      outcome: 'failed',
      says: expect.stringContaining(says),
    });
  });
});

describe('a check inside a table is not run', () => {
  const ids = Array.from({ length: 25 }, (_, index) => `A${String(index + 1).padStart(2, '0')}`);

  const ofFunds = ['A14', 'A19', 'A20'];

  it.each(ids.filter((id) => !ofFunds.includes(id)))('%s on a budget', (id) => {
    expect(answerOf(id, budgetYear())).toMatchObject({
      outcome: 'notRun',
      says: expect.stringContaining('这是预算公开'),
    });
  });

  it.each<[string, Damage, string]>([
    ['A15', emptied('06'), '06表没有经济分类行'],
    ['A18', emptied('07'), '07表是空表'],
    ['A19', emptied('07'), '07表是空表'],
    ['A20', emptied('08'), '08表是空表'],
    ['A21', emptied('09'), '09表是空表'],
    ['A22', emptied('09'), '09表没有公务用车费用'],
  ])('%s where its table is empty', (id, damage, why) => {
    expect(answerOf(id, damage(sampleYear()))).toEqual({ outcome: 'notRun', says: expect.stringContaining(why) });
  });

  it('A24 without a document', () => {
    expect(answerOf('A24', bareYear())).toMatchObject({ outcome: 'notRun' });
  });
});

describe('an empty table', () => {
  it('holds with a sentence of its own', () => {
    const said = all(emptied('08'), printedAs('08', { emptyNote: '本单位无国有资本经营预算财政拨款支出。' }));
    expect(answerOf('A24', said(sampleYear())).outcome).toBe('held');
  });
});
