import type { Balance, Measure } from '../../entry';
import { answerOf, type Damage, misbooked, misprint, rebooked } from '../../../testing/damage';
import { bareYear, budgetYear, emptyYear, sampleYear } from '../../../testing/sample-year';
import type { Evidence, FromEvents } from '../check';

const first =
  (wanted: Measure) =>
  ({ measure }: Balance): boolean =>
    measure === wanted;
const turned = ({ amount }: Balance): number => -amount;
const more =
  (fen: number) =>
  ({ amount }: Balance): number =>
    amount + fen;

const beside =
  (change: (evidence: Evidence) => Partial<Evidence>): Damage =>
  (evidence) => ({ ...evidence, ...change(evidence) });

const unlike = (change: (said: FromEvents) => Partial<FromEvents>): Damage =>
  beside(({ fromEvents }) => ({ fromEvents: fromEvents && { ...fromEvents, ...change(fromEvents) } }));

const lastYear = (change: (balance: Balance) => Balance[]): Damage =>
  beside(({ previousYear }) => ({ previousYear: (previousYear ?? []).flatMap(change) }));

const explainedWithout =
  (kind: string): Damage =>
  (evidence) => {
    const items = evidence.account.items.map((item) => ({
      ...item,
      drivers: item.drivers.filter((driver) => driver.kind !== kind),
    }));
    return { ...evidence, account: { ...evidence.account, items } };
  };

const onTheDay =
  (asOf: string): Damage =>
  (evidence) => ({ ...evidence, account: { ...evidence.account, asOf } });

const onlyLedger: Damage = beside(() => ({ writeSide: null }));

describe('a fault of the ledger', () => {
  it.each<[string, string, Damage, string]>([
    ['D01', '台账的追减与指标不同', misbooked(first('cut'), more(-100)), '指标全年预算 980,000.00 元，相差 -1.00 元'],
    ['D01', '台账少一笔追加', rebooked(first('supplement'), { amount: 0 }), '指标全年预算 640,000.00 元'],
    [
      'D01',
      '台账缺一条指标',
      rebooked(({ project }) => project === '退休人员管理', { measure: 'opening' }),
      '应等于指标全年预算 80,000.00 元',
    ],
    [
      'D01',
      '追减记成正数',
      (sound) => misbooked(first('cut'), turned)(onlyLedger(sound)),
      '应等于台账全年预算 1,020,000.00 元',
    ],
    [
      'D02',
      '调剂缺一半',
      beside(({ virements }) => ({ virements: virements.slice(0, 1) })),
      '文号 示财预〔2023〕3号 一般公共预算财政拨款调剂转入 0.00 元，应等于调剂转出 50,000.00 元',
    ],
    [
      'D02',
      '导入没有完成',
      beside(({ virements }) => ({ virements: virements.slice(0, 1), incompleteImports: ['导入-7'] })),
      '先把未完成的导入 导入-7 再运行一次',
    ],
    [
      'D03',
      '支付超过指标',
      misbooked(first('payment'), more(500_000_00)),
      '全年预算 980,000.00 元，应不小于冻结＋净支付＋年末结转结余 1,317,000.00 元',
    ],
    ['D03', '冻结超过指标', misbooked(first('freeze'), more(900_000_00)), '“专项业务” 全年预算 640,000.00 元'],
    [
      'D04',
      '出表以后少记一笔支付',
      misbooked(first('payment'), more(-1)),
      '03表 合计 2,252,000.00 元，应等于支付－退回±更正 2,251,999.99 元',
    ],
    ['D04', '决算表差一分', misprint('03', '2080101', 0, '0.000001'), '817,000.01 元'],
    [
      'D05',
      '关账少结转一分',
      misbooked(first('carryoverOut'), more(-1)),
      '全年预算－决算 70,000.00 元，应等于结转下年＋结余 69,999.99 元',
    ],
    ['D06', '漏了追加这个原因', explainedWithout('supplement'), '各驱动因素之和'],
    ['D06', '05表差一分', misprint('05', '2210201', 0, '0.000001'), '2210201 住房公积金 决算－年初预算 -4,999.99 元'],
    [
      'D07',
      '本年带入的不是上年结转',
      misbooked(first('carryoverIn'), more(100)),
      '上年结转下年 40,000.00 元，应等于本年上年结转 40,001.00 元',
    ],
    [
      'D07',
      '带入了别的科目',
      rebooked(first('carryoverIn'), { item: '2120801' }),
      '单位 900001 2120801 政府性基金预算财政拨款 上年结转下年 0.00 元',
    ],
    [
      'D08',
      '更正两头不等',
      misbooked(first('reclassification'), more(100)),
      '单位 900001 一般公共预算财政拨款 更正转入',
    ],
    [
      'D08',
      '更正换了资金性质',
      rebooked((one) => first('reclassification')(one) && one.amount > 0, { fundSource: 'other' }),
      '更正转入',
    ],
    ['D09', '关账后又支付', beside(() => ({ afterClosing: ['900002.2023@13'] })), '事件 900002.2023@13 记在关账以后'],
    [
      'D10',
      '事件被改动',
      beside(() => ({ chain: { events: 66, damage: '事件 900001.2023@7 的内容与其哈希不符' } })),
      '事件 900001.2023@7 的内容与其哈希不符',
    ],
    ['D10', '台账被改动', misbooked(first('payment'), more(1_00)), '元，事件合计为'],
    [
      'D10',
      '台账少一项',
      unlike(({ sums }) => ({ sums: new Map([...sums, ['别的', 1]]) })),
      '台账缺少事件记录的 1 项余额',
    ],
    [
      'D10',
      '单位改了名',
      unlike(({ units }) => ({ units: units.map((unit) => ({ ...unit, name: `${unit.name}甲` })) })),
      '单位 900001（事件所记名称：示范局本级甲）的名称、上级、类型或关账与事件所记不同',
    ],
    [
      'D10',
      '台账少一个单位',
      unlike(({ units }) => ({ units: [...units, { ...units[0]!, code: '900009', name: '第九所' }] })),
      '单位 900009（事件所记名称：第九所）',
    ],
    [
      'D10',
      '原因不是事件所说',
      unlike(({ facts }) => ({
        facts: { ...facts, reasons: new Map([['2080101', { value: '别的', event: '900.2023@4' }]]) },
      })),
      '变动原因“2080101”与事件 900.2023@4 所记不同',
    ],
    [
      'D10',
      '公开事项没有事件',
      unlike(({ facts }) => ({ facts: { ...facts, disclosures: new Map() } })),
      '公开事项“公务用车保有量”没有事件记录',
    ],
    ['D11', '03表差末位', misprint('03', '2080101', 1, '0.01'), '81.71 万元，应等于台账先汇总后取整 81.70 万元'],
    ['D11', '表中有台账没有的行', misprint('05', '2080501', 0, '3'), '05表 2080501 3.00 万元'],
    [
      'D12',
      '对账单少一笔',
      beside(() => ({ treasury: [{ month: 6, fundSource: 'stateCapital', ledger: 800_000_00, statement: 1 }] })),
      '6 月国有资本经营预算财政拨款台账净支付 800,000.00 元，应等于国库对账单 0.01 元',
    ],
  ])('%s fails where %s', (id, _, damage, says) => {
    expect(answerOf(id, sampleYear()).outcome).toBe('held');
    const answer = answerOf(id, damage(sampleYear()));
    expect(answer.outcome).toBe('failed');
    expect(answer.says).toContain(says);
  });

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
