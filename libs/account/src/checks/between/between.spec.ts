import {
  all,
  answerOf,
  type Damage,
  disclosedAs,
  emptied,
  misprint,
  rebooked,
  strikeOut,
} from '../../../testing/damage';
import { bareYear, budgetYear, sampleYear } from '../../../testing/sample-year';
import type { Evidence, PrintedHeading } from '../check';

const headed =
  (at: string, change: Partial<PrintedHeading>): Damage =>
  (evidence) => {
    const { document } = evidence;
    if (document === null) return evidence;
    const headings = document.headings.map((one) => (one.where === at ? { ...one, ...change } : one));
    return { ...evidence, document: { ...document, headings } };
  };

const numbered =
  (numbers: readonly string[], contents: readonly string[]): Damage =>
  (evidence) => {
    const { document } = evidence;
    if (document === null) return evidence;
    const tables = document.tables.map((table, index) => ({ ...table, printedNumber: numbers[index] ?? '' }));
    return { ...evidence, document: { ...document, tables, contents } };
  };

const NINE = Array.from({ length: 9 }, (_, index) => `公开0${index + 1}表`);
const published =
  (code: string, wan: string): Damage =>
  (evidence) => ({ ...evidence, publishedBudget: new Map([...(evidence.publishedBudget ?? []), [code, wan]]) });

/** 财政拨款 that neither brought anything in nor left anything, as table 04 prints it. */
const withoutCarryover = all(
  strikeOut('04', 'in.opening'),
  strikeOut('04', 'out.closing'),
  misprint('02', '2120803', 1, '1'),
);

const onlyAgencies: Damage = (evidence) => ({
  ...evidence,
  account: {
    ...evidence.account,
    units: evidence.account.units.map((unit) => ({ ...unit, type: 'administrative' as const })),
  },
});

describe('a fault between tables', () => {
  it.each<[string, string, Damage, string]>([
    [
      'B01',
      '02表其他收入少印',
      misprint('02', 'total', 6, '-1'),
      '01表 其他收入 8.00 万元，应等于02表 合计·其他收入 7.00',
    ],
    ['B02', '02表合计差末位', misprint('02', 'total', 0, '0.01'), '应等于02表 合计 226.21 万元，相差 -0.01 万元'],
    ['B03', '03表合计差末位', misprint('03', 'total', 0, '0.01'), '应等于03表 合计 225.21 万元'],
    ['B04', '03表一类差末位', misprint('03', '212', 0, '0.01'), '01表 212 城乡社区支出 28.00 万元'],
    ['B04', '01表漏印一类', strikeOut('01', 'out.212'), '01表 212 城乡社区支出 0.00 万元'],
    ['B05', '04表基金收入差末位', misprint('04', 'in.governmentFund', 0, '0.01'), '27.01 万元'],
    ['B06', '04表收入合计少印', misprint('04', 'in.total', 0, '-1'), '02表 合计·财政拨款收入 218.20 万元'],
    ['B07', '05表一类差末位', misprint('05', '221', 0, '0.01'), '应等于05表 221 住房保障支出 9.51 万元'],
    ['B08', '05表合计差末位', misprint('05', 'total', 0, '-0.01'), '应等于05表 合计 183.19 万元'],
    ['B09', '07表年末差末位', misprint('07', 'total', 5, '0.01'), '应等于07表 合计·年末结转和结余 3.01 万元'],
    ['B10', '08表合计差末位', misprint('08', 'total', 0, '0.01'), '应等于08表 合计 8.01 万元'],
    [
      'B11',
      '05表一项大于03表',
      misprint('05', '2080199', 0, '10'),
      '05表 2080199 其他人力资源和社会保障管理事务支出 69.00 万元，应不大于',
    ],
    ['B11', '没有其他资金的一项小于03表', misprint('05', '2210201', 0, '-1'), '8.50 万元，应等于03表 2210201'],
    ['B11', '03表漏印一行', strikeOut('03', '2210201'), '03表 2210201 住房公积金 0.00 万元'],
    ['B12', '06表公用经费多印', misprint('06', 'publicUse', 0, '1'), '05表 合计·基本支出 124.20 万元'],
    [
      'B13',
      '一项的收入少于支出',
      misprint('02', '2210201', 1, '-1'),
      '8.50 万元，应不小于05、07、08表财政拨款支出 9.50 万元',
    ],
    [
      'B13',
      '收支差额不是结转变动',
      misprint('04', 'out.closing', 0, '1'),
      '应等于04表 年末结转和结余－04表 年初结转和结余 0.00 万元',
    ],
    ['B13', '没有结转而收入不等于支出', all(withoutCarryover, misprint('02', '2210201', 1, '1')), '10.50 万元，应等于'],
    ['B14', '04表年初大于01表', misprint('04', 'in.opening', 0, '2'), '01表 年初结转和结余 5.00 万元，应不小于04表'],
    ['B15', '02表其他收入多印', misprint('02', 'total', 6, '1'), '03表 合计－04表 本年支出合计 6.00 万元，应等于'],
    ['B16', '09表接待费小于06表', misprint('09', 'actual', 5, '-0.2'), '09表 决算数·公务接待费 0.30 万元，应不小于'],
    ['B17', '没有项目支出而09表大于06表', misprint('09', 'actual', 4, '0.3'), '公务用车运行维护费 1.50 万元，应等于'],
    ['B18', '机关运行经费大于公用经费', misprint('06', 'publicUse', 0, '-10'), '机关运行经费 21.70 万元，应不大于'],
    [
      'B18',
      '全是行政单位而不相等',
      all(onlyAgencies, misprint('06', 'publicUse', 0, '0.01')),
      '24.70 万元，应等于06表 公用经费合计 24.71',
    ],
    ['B20', '会议费小于06表', misprint('06', '30215', 0, '5'), '会议费 2.00 万元，应不小于06表 30215'],
    ['B20', '登记的会议费小于06表', disclosedAs('会议费', '1.5', '万元'), '会议费 1.50 万元，应不小于06表 30215'],
    ['B21', '07表印了一般公共预算科目', misprint('07', '2080101', 2, '1'), '07表 2080101 行政运行 不是政府性基金科目'],
    ['B21', '07表印了国资科目', misprint('07', '2230105', 2, '1'), '不是政府性基金科目'],
    ['B21', '08表印了其他科目', misprint('08', '2080101', 0, '1'), '08表 2080101 行政运行 不是223类科目'],
    ['B21', '05表印了国资科目', misprint('05', '2230105', 0, '1'), '不是一般公共预算科目'],
    ['B21', '05表印了基金科目', misprint('05', '2120803', 0, '1'), '05表 2120803 城市建设支出 不是一般公共预算科目'],
    ['B22', '封面年度是上年', headed('封面', { year: 2022 }), '封面的年度是 2022，应为 2023'],
    ['B22', '正文单位名称不同', headed('正文', { unitName: '示例局' }), '正文的单位名称是“示例局”，应为“示范局”'],
    ['B22', '一张表以元为单位', headed('公开03表', { amountUnit: '元' }), '公开03表的金额单位是“元”'],
    ['B23', '表号重复', numbered(NINE.with(2, '公开02表'), NINE.with(2, '公开02表')), '第 3 张表的表号是“公开02表”'],
    ['B23', '目录次序不同', numbered(NINE, [...NINE].reverse()), '目录的表号是 公开09表'],
    [
      'B24',
      '有车辆运行费而没有车',
      disclosedAs('公务用车保有量', '0'),
      '“公务用车保有量”为 0，而09表 决算数·公务用车运行维护费 有支出',
    ],
    ['B24', '有出国团组而没有费用', disclosedAs('因公出国（境）团组数', '2'), '没有支出'],
    ['B24', '人次写成文字', disclosedAs('国内公务接待人次', '若干'), '“公务接待人次”登记的不是整数'],
    ['B25', '保有量多于车辆总数', disclosedAs('公务用车保有量', '5'), '公务用车保有量 5 多于车辆总数 2'],
    ['B25', '各类之和不等于总数', disclosedAs('车辆总数', '3'), '各类车辆之和 2 不等于车辆总数 3'],
    [
      'B26',
      '小微多于中小',
      disclosedAs('授予小微企业合同金额', '16', '万元'),
      '授予小微企业合同金额 16.00 万元，应不大于授予中小企业合同金额 15.00',
    ],
    ['B26', '总额不等于三项之和', disclosedAs('政府采购支出总额', '30', '万元'), '政府采购支出总额 30.00 万元，应等于'],
    ['B26', '金额写成文字', disclosedAs('政府采购货物', '约十万', '万元'), '非数字'],
    ['B26', '金额没有单位', disclosedAs('政府采购货物', '10.00'), '非数字'],
    ['B27', '等次之和不等于项目数', disclosedAs('绩效自评优', '3'), '优、良、中、差共 4 个，项目数为 3 个'],
    ['B27', '得分超过一百', disclosedAs('绩效自评:专项业务', '120'), '得分“120”不在0至100之间'],
    ['B28', '公开时一项不同', published('2210201', '11.00'), '公开的 2210201 住房公积金 年初预算 11.00 万元，应等于'],
    ['B28', '公开时多一项', published('2080501', '1.00'), '1.00 万元，应等于本年说明的年初预算 0.00 万元'],
    ['B28', '公开的合计不同', published('total', '201.00'), '公开的合计年初预算 201.00 万元'],
    [
      'B29',
      '01表年初不是上年年末',
      misprint('01', 'in.opening', 0, '0.01'),
      '上年01表年末结转和结余 5.00 万元，应等于01表',
    ],
    ['B29', '07表一项年初不是上年年末', misprint('07', '2120803', 0, '1'), '上年07表 2120803 年末结转和结余 4.00 万元'],
  ])('%s fails where %s', (id, _, damage, says) => {
    expect(answerOf(id, sampleYear()).outcome).toBe('held');
    const answer = answerOf(id, damage(sampleYear()));
    expect(answer.outcome).toBe('failed');
    expect(answer.says).toContain(says);
  });

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
