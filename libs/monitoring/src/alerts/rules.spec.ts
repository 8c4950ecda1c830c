import type { Balance, Entry, Facts, Measure, Unit } from '@juesuan/account';
import { watched } from '../../testing/watched';
import type { MonthlyBalance } from '../months';
import { alertsOf, rulesNotRun, type Watched } from '.';

let ids = 0;
const line = {
  unit: '1',
  year: 2023,
  fundSource: 'generalPublic',
  item: '2080102',
  kind: 'project',
  project: '甲',
} as const;
const moved = (measure: Measure, amount: number, more: Partial<Balance> = {}): Balance => ({
  ...line,
  id: ++ids,
  measure,
  economicItem: measure === 'payment' ? '30201' : '',
  purpose: '',
  amount,
  ...more,
});
/** A project with 1000 元, so much of it paid. */
const project = (paid: number, more: Partial<Balance> = {}) => [
  moved('original', 1_000_00, more),
  moved('payment', paid, more),
];
const unit = (code: string, parent: string | null = null): Unit => ({
  code,
  name: `单位${code}`,
  parent,
  type: 'institution',
  closed: false,
});

const found = (rule: string, said: Partial<Watched>) =>
  alertsOf(watched(said))
    .filter((alert) => alert.rule === rule)
    .map(({ key, level, facts }) => [key, level, facts]);

describe('年末执行率', () => {
  it.each([
    ['2023-12-31', 199_99, [['year-end-rate:1|甲', 'reply', { final: 1_000_00, paid: 199_99 }]]],
    ['2023-12-31', 200_00, []],
    ['2023-12-30', 199_99, []],
  ])('at %s with %i 分 of 1000 元 paid by a project', (asOf, paid, expected) => {
    expect(found('year-end-rate', { asOf, balances: project(paid) })).toEqual(expected);
  });
});

it('年末执行率 also finds project money without a name, by its item', () => {
  const balances = project(199_99, { project: '' });
  expect(found('year-end-rate', { balances })).toEqual([
    ['year-end-rate:1|2080102', 'reply', { final: 1_000_00, paid: 199_99 }],
  ]);
});

it('“其他”科目 are measured against the whole project, on whatever items it stands', () => {
  const balances = [
    ...project(990_00, { economicItem: '30201' }),
    ...project(10_00, { item: '2080199', economicItem: '30299' }),
  ];
  expect(found('other-items', { balances })).toEqual([]);
  const more = [...balances, moved('payment', 300_00, { item: '2080199', economicItem: '30299' })];
  expect(found('other-items', { balances: more })).toEqual([
    ['other-items:1|甲', 'warn', { paid: 1_300_00, others: 310_00 }],
  ]);
});

describe('连续三年执行率偏低', () => {
  const before = (second: number, first: number) =>
    new Map([
      [2022, project(second, { year: 2022 })],
      [2021, project(first, { year: 2021, item: '2080199' })],
    ]);

  it('is found by the project’s name where every year paid less than half', () => {
    const years = { balances: project(499_99), before: before(499_99, 0) };
    expect(found('three-years-low', years)).toEqual([
      ['three-years-low:1|甲', 'refuse', { final: 1_000_00, paid: 499_99 }],
    ]);
    expect(found('three-years-low', { ...years, asOf: '2023-12-30' })).toEqual([]);
    expect(found('three-years-low', { ...years, before: before(500_00, 0) })).toEqual([]);
    expect(found('three-years-low', { ...years, balances: project(0, { project: '乙' }) })).toEqual([]);
    expect(rulesNotRun(watched(years)).map(({ rule }) => rule)).not.toContain('three-years-low');
  });

  it('is not judged where an earlier year is not recorded, and says so', () => {
    const oneYear = { balances: project(0), before: new Map([[2022, project(0, { year: 2022 })]]) };
    expect(found('three-years-low', oneYear)).toEqual([]);
    expect(rulesNotRun(watched(oneYear))).toContainEqual({
      rule: 'three-years-low',
      reason: '没有记录 2021 年度，不能判断是否连续三年',
    });
  });
});

describe('年底集中支付', () => {
  const paid = (month: string, amount: number): MonthlyBalance => ({ ...moved('payment', amount), month });
  const year = (late: number) => [paid('2023-03', 500_00), paid('2023-11', late - 100), paid('2023-12', 100)];

  it.each([
    ['2023-12-31', 500_00, []],
    ['2023-12-31', 500_01, [['late-spending:1', 'warn', { paid: 1_000_01, late: 500_01 }]]],
    ['2023-10-31', 500_01, []],
  ])('at %s with %i 分 in November and December beside 500 元 before', (asOf, late, expected) => {
    expect(found('late-spending', { asOf, months: year(late) })).toEqual(expected);
  });
});

describe('项目结转将满两年', () => {
  const carried = (paid: number, measure: Measure = 'carryoverIn') => [moved(measure, 100_00), ...project(paid)];
  it.each([
    ['2023-09-01', 99_99, [['two-years-unspent:1|2080102|generalPublic|甲', 'reply', 1]]],
    ['2023-09-01', 100_00, []],
    ['2023-08-31', 0, []],
  ])('at %s with %i 分 paid of 100 元 carried over and 1000 元 new', (asOf, paid, expected) => {
    for (const measure of ['carryoverIn', 'originalCarryover'] as const) {
      const alerts = found('two-years-unspent', { asOf, balances: carried(paid, measure) });
      expect(alerts.map(([key, level, facts]) => [key, level, (facts as { left: number }).left])).toEqual(expected);
    }
  });

  it('is no more than what the line has left', () => {
    const [alert] = found('two-years-unspent', { balances: [...carried(0), moved('recall', -1_050_00)] });
    expect(alert?.[2]).toEqual({ carried: 100_00, paid: 0, left: 50_00 });
    expect(found('two-years-unspent', { balances: [...carried(0), moved('carryoverOut', 1_100_00)] })).toEqual([]);
    expect(
      found('two-years-unspent', { balances: carried(0).map((each) => ({ ...each, kind: 'basic' as const })) }),
    ).toEqual([]);
  });
});

describe('“三公”超上年', () => {
  const received = (paid: number, more: Partial<Balance> = {}) =>
    moved('payment', paid, { economicItem: '30217', ...more });
  const units = [unit('30', null), unit('1', '30')];

  it('is compared with last year as it is recorded', () => {
    const before = new Map([[2022, [received(100_00, { year: 2022 })]]]);
    const above = ['warn', { paid: 100_01, last: 100_00 }];
    expect(found('three-public-above-last-year', { units, before, balances: [received(100_01)] })).toEqual([
      ['three-public-above-last-year:30|reception', ...above],
      ['three-public-above-last-year:1|reception', ...above],
    ]);
    expect(found('three-public-above-last-year', { units, before, balances: [received(100_00)] })).toEqual([]);
  });

  it('else with what was published of it, for whom it was', () => {
    const prior: Facts['priorAccount'] = new Map([['公务接待费', { value: 100_00, event: '30.2023@1' }]]);
    const published = new Map([['30', prior]]);
    const year = { units, published, balances: [received(100_01)] };
    expect(found('three-public-above-last-year', year).map(([key]) => key)).toEqual([
      'three-public-above-last-year:30|reception',
    ]);
    expect(rulesNotRun(watched(year)).map(({ rule }) => rule)).not.toContain('three-public-above-last-year');
  });

  it('is not judged where nothing is known of last year, and says so', () => {
    const year = { units, balances: [received(100_01)] };
    expect(found('three-public-above-last-year', year)).toEqual([]);
    expect(rulesNotRun(watched(year))).toContainEqual({
      rule: 'three-public-above-last-year',
      reason: '没有记录 2022 年度的“三公”经费，不能与上年比较',
    });
  });
});

describe('调剂两边不平', () => {
  const half = (code: string, measure: 'virementIn' | 'virementOut', amount: number): Entry => {
    const { id: revision, ...dimensions } = moved(measure, amount, { unit: code });
    return { ...dimensions, date: '2023-05-06', reference: '株财预〔2023〕9号', revision };
  };
  const units = [unit('1', '30')];

  it('is found for a unit asked about, over all units of the department', () => {
    const whole = [half('1', 'virementOut', -500_00), half('2', 'virementIn', 500_00)];
    expect(found('virement-unbalanced', { units, virements: whole })).toEqual([]);
    const short = [half('1', 'virementOut', -500_00), half('2', 'virementIn', 400_00)];
    const balances = [moved('virementOut', -500_00)];
    expect(found('virement-unbalanced', { units, balances, virements: short })).toEqual([
      ['virement-unbalanced:1|株财预〔2023〕9号', 'reply', { into: 400_00, out: 500_00 }],
    ]);
    const [alert] = alertsOf(watched({ units, balances, virements: short })).filter(
      ({ rule }) => rule === 'virement-unbalanced',
    );
    expect(alert?.balances).toEqual(balances);
  });

  it('states the difference to the 分, which 万元 would round away', () => {
    const virements = [half('1', 'virementOut', -302_00), half('1', 'virementIn', 301_00)];
    const [alert] = alertsOf(watched({ units, virements })).filter(({ rule }) => rule === 'virement-unbalanced');
    expect(alert?.message).toMatch(/转出合计0\.03万元、转入合计0\.03万元，相差1\.00元/);
  });
});

it('every sentence states its figures', () => {
  const balances = [moved('carryoverIn', 100_00), ...project(99_99)];
  const alerts = alertsOf(watched({ balances, units: [unit('1')] }));
  expect(new Set(alerts.map(({ rule }) => rule))).toEqual(
    new Set(['behind-time', 'year-end-rate', 'two-years-unspent']),
  );
  for (const { message } of alerts) expect(message).toMatch(/\d+\.\d\d万元.*请/);
});
