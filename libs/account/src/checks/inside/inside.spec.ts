import { answerOf, all, type Damage, emptied, misprint, strikeOut, withRows } from '../../../testing/damage';
import { bareYear, budgetYear, sampleYear } from '../../../testing/sample-year';
import type { PrintedTable } from '../check';

const printedAs =
  (id: string, change: Partial<PrintedTable>): Damage =>
  (evidence) => {
    const { document } = evidence;
    if (document === null) return evidence;
    const tables = document.tables.map((table) => (table.id === id ? { ...table, ...change } : table));
    return { ...evidence, document: { ...document, tables } };
  };

const NOT_A_NUMBER: Damage = (evidence) =>
  withRows(evidence, '09', (rows) => rows.map((row) => ({ ...row, amounts: row.amounts.map(() => NaN) })));

describe('a fault inside a table', () => {
  it.each<[string, string, Damage, string]>([
    ['A01', '其他收入少印 1 万元', misprint('01', 'in.other', 0, '-1'), '八项收入之和 225.20 万元，相差 1.00 万元'],
    ['A02', '208类多印 1 万元', misprint('01', 'out.208', 0, '1'), '各支出类之和 226.20 万元，相差 -1.00 万元'],
    ['A03', '年初多印 1 万元', misprint('01', 'in.opening', 0, '1'), '01表 收入总计 231.20 万元，应等于'],
    ['A04', '年末少印 1 万元', misprint('01', 'out.closing', 0, '-1'), '01表 支出总计 231.20 万元，应等于'],
    [
      'A05',
      '支出总计差末位',
      misprint('01', 'out.grandTotal', 0, '0.01'),
      '应等于支出总计 231.21 万元，相差 -0.01 万元',
    ],
    ['A06', '02表一项其他收入少印', misprint('02', '2080199', 6, '-1'), '02表 2080199'],
    ['A07', '02表一款多印', misprint('02', '20801', 1, '1'), '其下各款之和·财政拨款收入 174.70 万元，相差 -1.00 万元'],
    ['A07', '02表漏印一类', strikeOut('02', '208'), '02表 合计 226.20 万元，应等于各类之和 44.50 万元'],
    ['A08', '03表一项基本支出少印', misprint('03', '2080101', 1, '-1'), '03表 2080101 行政运行 81.70 万元'],
    ['A09', '03表合计多印', misprint('03', 'total', 0, '5'), '各类之和 225.20 万元，相差 5.00 万元'],
    ['A10', '04表国资收入多印', misprint('04', 'in.stateCapital', 0, '1'), '相差 -1.00 万元'],
    ['A11', '04表基金支出分栏多印', misprint('04', 'out.212', 2, '1'), '（共核对 11 处，2 处不成立）'],
    ['A12', '04表基金年初多印', misprint('04', 'in.opening.governmentFund', 0, '1'), '年初结转和结余 4.00 万元'],
    ['A13', '04表基金年末多印', misprint('04', 'out.closing', 2, '1'), '政府性基金预算财政拨款 31.00 万元'],
    ['A14', '05表一项项目支出多印', misprint('05', '2080199', 2, '1'), '05表 2080199'],
    ['A15', '06表一款多印', misprint('06', '30201', 0, '1'), '其下各款之和 25.70 万元'],
    ['A16', '06表301类多印', misprint('06', '301', 0, '1'), '人员经费合计 99.50 万元'],
    [
      'A17',
      '06表302类少印',
      misprint('06', '302', 0, '-1'),
      '公用经费合计 24.70 万元，应等于302 公用各类之和 23.70 万元',
    ],
    ['A18', '07表年末多印', misprint('07', '2120803', 5, '1'), '07表 2120803 城市建设支出·年末结转和结余 4.00 万元'],
    [
      'A19',
      '07表项目支出少印',
      misprint('07', '2120803', 4, '-1'),
      '本年支出小计 28.00 万元，应等于基本支出＋项目支出 27.00 万元',
    ],
    ['A20', '08表基本支出多印', misprint('08', 'total', 1, '1'), '08表 合计 8.00 万元'],
    ['A21', '09表接待费少印', misprint('09', 'actual', 5, '-0.1'), '09表 决算数 1.70 万元'],
    ['A22', '09表预算车辆运行多印', misprint('09', 'budget', 4, '1'), '全年预算数·公务用车小计 2.00 万元'],
    ['A23', '05表漏印一款', strikeOut('05', '20801'), '05表 2080101 缺上级 20801'],
    ['A23', '03表科目次序颠倒', (sound) => withRows(sound, '03', (rows) => [...rows].reverse()), '次序有误或重复'],
    [
      'A23',
      '03表科目印了两次',
      (sound) => withRows(sound, '03', (rows) => rows.flatMap((row) => [row, row])),
      '次序有误或重复',
    ],
    ['A23', '02表编码少一位', misprint('02', '208019', 0, '1'), '02表的“208019”不是3、5或7位编码'],
    ['A23', '02表编码不在科目库', misprint('02', '2080177', 0, '1'), '02表 2080177 不在当年科目库中'],
    ['A23', '05表名称印得不全', printedAs('05', { labels: new Map([['208', '社会保障']]) }), '印作“社会保障”'],
    [
      'A24',
      '有数字的表印了空表说明',
      printedAs('07', { emptyNote: '本单位无政府性基金收支。' }),
      '公开07表有数字，却印有空表说明',
    ],
    ['A24', '空表没有说明', emptied('08'), '公开08表是空表，没有空表说明'],
    [
      'A24',
      '空表说明抄错了表',
      all(emptied('08'), printedAs('08', { emptyNote: '本单位无政府性基金收支。' })),
      '说的不是本表',
    ],
    ['A25', '05表一项为负', misprint('05', '2080101', 0, '-500'), '05表 2080101 行政运行 为负数'],
    ['A25', '03表一类超过合计', misprint('03', '208', 0, '500'), '03表 208 社会保障和就业支出 超过合计'],
    ['A25', '09表单元格不是数字', NOT_A_NUMBER, '09表 决算数 不是数字'],
  ])('%s fails where %s', (id, _, damage, says) => {
    expect(answerOf(id, sampleYear()).outcome).toBe('held');
    const answer = answerOf(id, damage(sampleYear()));
    expect(answer.outcome).toBe('failed');
    expect(answer.says).toContain(says);
  });

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
