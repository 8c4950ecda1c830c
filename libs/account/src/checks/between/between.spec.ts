import { all, answerOf, type Damage, disclosedAs, emptied, misprint, rebooked } from '../../../testing/damage';
import { withoutCarryover } from '../../../testing/faults/between';
import { bareYear, budgetYear, sampleYear } from '../../../testing/sample-year';
import type { Evidence } from '../check';

describe('a fault between tables', () => {
  it('B19 is a hint: it holds and states the differences', () => {
    const answer = answerOf('B19', misprint('06', '30113', 0, '1')(sampleYear()));
    expect(answer).toMatchObject({ outcome: 'held', left: '10.50', right: '9.50' });
    expect(answer.says).toContain('相差 1.00 万元（仅作提示）');
  });

  it('B27 remarks performance money beyond 项目支出 and holds', () => {
    const answer = answerOf('B27', disclosedAs('绩效自评资金', '9999', '万元')(sampleYear()));
    expect(answer).toMatchObject({ outcome: 'held', says: expect.stringContaining('请核对口径') });
  });

  it('B13 holds without carry-over where every item spends its income', () => {
    expect(answerOf('B13', withoutCarryover(sampleYear())).outcome).toBe('held');
  });

  it.each<[string, Damage, string]>([
    ['Y07表有一般公共预算科目', misprint('Y07', '2080199', 0, '1'), 'Y07表 2080199'],
    ['Y08表有208类', misprint('Y08', '2080199', 0, '1'), 'Y08表 2080199'],
    ['Y05表有基金科目', misprint('Y05', '2120803', 0, '1'), 'Y05表 2120803'],
  ])('B21 fails on a budget when %s', (_, damage, says) => {
    expect(answerOf('B21', budgetYear()).outcome).toBe('held');
    expect(answerOf('B21', damage(budgetYear()))).toMatchObject({
      outcome: 'failed',
      says: expect.stringContaining(says),
    });
  });

  it('B21 knows 教育费附加 for general public money', () => {
    const named: Evidence = {
      ...sampleYear(),
      nameOf: (_, code) => (code === '20509' ? '教育费附加安排的支出' : code),
    };
    const answer = answerOf('B21', misprint('05', '2050999', 0, '1')(all(emptied('07'))(named)));
    expect(answer.outcome).toBe('held');
  });
});

describe('a check between tables is not run', () => {
  const onTables = Array.from({ length: 24 }, (_, index) => `B${String(index + 1).padStart(2, '0')}`);

  it.each([...onTables.filter((id) => id !== 'B21'), 'B29'])('%s on a budget', (id) => {
    expect(answerOf(id, budgetYear())).toMatchObject({
      outcome: 'notRun',
      says: expect.stringContaining('这是预算公开'),
    });
  });

  it('B25 asks for the number of all vehicles where only those run on 财政拨款 were recorded', () => {
    const onlyKept = all(disclosedAs('车辆:机要通信用车', null), disclosedAs('车辆:其他用车', null));
    const answer = answerOf('B25', onlyKept(sampleYear()));
    expect(answer).toMatchObject({ outcome: 'notRun', says: expect.stringContaining('“车辆总数”') });
    expect(answer?.says).not.toContain('没有登记公务用车保有量');
  });

  it.each(['B22', 'B23', 'B24', 'B25', 'B26', 'B27', 'B28', 'B29'])('%s without the evidence it needs', (id) => {
    expect(answerOf(id, bareYear())).toMatchObject({ outcome: 'notRun', says: expect.stringMatching(/没有/) });
  });

  it('B17 where 三公 money came from a project', () => {
    const project = rebooked(({ economicItem }) => economicItem === '30217', { kind: 'project' });
    expect(answerOf('B17', project(sampleYear()))).toEqual({
      outcome: 'notRun',
      says: '未核对：“三公”经费有 0.50 万元不在一般公共预算基本支出内，不要求相等。',
    });
  });

  it('B18 where no unit has 机关运行经费', () => {
    const evidence = sampleYear();
    const units = evidence.account.units.filter(({ type }) => type !== 'administrative');
    const answer = answerOf('B18', { ...evidence, account: { ...evidence.account, units } });
    expect(answer).toMatchObject({ outcome: 'notRun', says: expect.stringContaining('不列机关运行经费') });
  });
});
