import { forecastOf } from './forecast';
import type { MonthlyBalance } from './months';

type Line = Pick<MonthlyBalance, 'kind' | 'project'> & Partial<Pick<MonthlyBalance, 'fundSource'>>;
const BASIC: Line = { kind: 'basic', project: '' };
const PROJECT: Line = { kind: 'project', project: '信息化' };

const moved = (line: Line, month: number, measure: MonthlyBalance['measure'], yuan: number): MonthlyBalance => ({
  id: 1,
  unit: '1',
  year: 2023,
  measure,
  fundSource: 'generalPublic',
  item: '2080101',
  economicItem: '',
  purpose: '',
  amount: Math.round(yuan * 100),
  month: `2023-${String(month).padStart(2, '0')}`,
  ...line,
});

/** A year's movements up to a month, forecast at a day: figures in 元. */
function yearEnd(asOf: string, all: readonly MonthlyBalance[]) {
  const forecast = forecastOf(asOf, all, all);
  const { paid, expected, carriedOut, lapse, carryover, surplus } = forecast.total;
  const yuan = [paid, expected, carriedOut, lapse, carryover, surplus].map((fen) => fen / 100);
  return { yuan, why: forecast.lines.map(({ why }) => why), method: forecast.method };
}

const budget = moved(BASIC, 1, 'original', 120_000);
const UNTIL_SEPTEMBER = [
  budget,
  moved(BASIC, 1, 'payment', 30_000),
  moved(BASIC, 7, 'payment', 10_000),
  moved(BASIC, 8, 'payment', 14_000),
  moved(BASIC, 8, 'refund', -2_000),
  moved(BASIC, 9, 'payment', 8_000),
];

it('goes on at the mean of the last three full months', () => {
  const { yuan, why, method } = yearEnd('2023-09-30', UNTIL_SEPTEMBER);
  // Paid 60,000; July to September 30,000, so 10,000 a month for three months more: 90,000 of 120,000.
  expect(yuan).toEqual([60_000, 90_000, 0, 30_000, 30_000, 0]);
  expect(why).toEqual(['基本支出预计有3.00万元未用完，结转下年。']);
  expect(method).toContain('截至9月底的支付，加上余下3个月每月按7月至9月的月均支付预计');
});

it('takes a running month at the pace of the full ones, unless more was paid', () => {
  const october = [...UNTIL_SEPTEMBER, moved(BASIC, 10, 'payment', 4_000)];
  expect(yearEnd('2023-10-15', october).yuan.slice(0, 2)).toEqual([64_000, 90_000]);
  const much = [...UNTIL_SEPTEMBER, moved(BASIC, 10, 'payment', 35_000)];
  expect(yearEnd('2023-10-15', much).yuan.slice(0, 2)).toEqual([95_000, 95_000]);
});

it('never expects more than the line has, and takes net refunds for no pace', () => {
  const fast = [budget, moved(BASIC, 3, 'payment', 90_000)];
  expect(yearEnd('2023-03-31', fast).yuan).toEqual([90_000, 120_000, 0, 0, 0, 0]);
  const back = [budget, moved(BASIC, 1, 'payment', 90_000), moved(BASIC, 5, 'refund', -10_000)];
  expect(yearEnd('2023-06-30', back).yuan).toEqual([80_000, 80_000, 0, 40_000, 40_000, 0]);
});

it('rounds the months left to the 分, half up', () => {
  const odd = [budget, moved(BASIC, 2, 'payment', 0.01), moved(BASIC, 3, 'payment', 0.01)];
  // 2 分 in two months, over the seven months left after May looking at March to May: 1 分 × 7 ÷ 3 = 2.33 分.
  expect(yearEnd('2023-05-31', odd).yuan[1]).toBe(0.04);
  // January to March: 2 分 × 9 ÷ 3 = 6 分.
  expect(yearEnd('2023-03-31', odd).yuan[1]).toBe(0.08);
  // January and February: 1 分 × 10 ÷ 2 = 5 分, and 1 分 of February.
  expect(yearEnd('2023-02-28', odd.slice(0, 2)).yuan[1]).toBe(0.06);
  // November alone counts for a third: 1 分 × 1 ÷ 3 rounds down; 2 分 × 1 ÷ 3 rounds up.
  expect(yearEnd('2023-11-30', [budget, moved(BASIC, 11, 'payment', 0.01)]).yuan[1]).toBe(0.01);
  expect(yearEnd('2023-11-30', [budget, moved(BASIC, 11, 'payment', 0.02)]).yuan[1]).toBe(0.03);
});

it('expects the whole budget before a month is over, and what was paid when the year is', () => {
  expect(yearEnd('2023-01-30', [budget])).toMatchObject({
    yuan: [0, 120_000, 0, 0, 0, 0],
    method: expect.stringContaining('还没有一个完整的月份'),
  });
  const { yuan, method } = yearEnd('2023-12-31', UNTIL_SEPTEMBER);
  expect(yuan).toEqual([60_000, 60_000, 0, 60_000, 60_000, 0]);
  expect(method).toBe('全年已经过完，按实际支付计。');
});

it('what a project has left of last year becomes 结余, the rest 结转', () => {
  const project = [moved(PROJECT, 1, 'originalCarryover', 50_000), moved(PROJECT, 1, 'original', 100_000)];
  const slow = [...project, moved(PROJECT, 9, 'payment', 15_000)];
  // 15,000 and three months of 5,000: 30,000 of last year's 50,000.
  expect(yearEnd('2023-09-30', slow)).toMatchObject({
    yuan: [15_000, 30_000, 0, 120_000, 100_000, 20_000],
    why: [
      '上年结转5.00万元预计到年末还有2.00万元连续两年未用完，转为结余交回财政；预计有10.00万元未用完，结转下年按原用途继续使用。',
    ],
  });
  const fast = [...project, moved(PROJECT, 9, 'payment', 60_000)];
  expect(yearEnd('2023-09-30', fast).yuan).toEqual([60_000, 120_000, 0, 30_000, 30_000, 0]);
  const cut = [...slow, moved(PROJECT, 9, 'cut', -110_000)];
  expect(yearEnd('2023-09-30', cut)).toMatchObject({
    yuan: [15_000, 30_000, 0, 10_000, 0, 10_000],
    why: ['上年结转5.00万元预计到年末还有1.00万元连续两年未用完，转为结余交回财政。'],
  });
});

it('leaves the 上年结转 of basic expenditure and of other than fiscal money to go on', () => {
  for (const line of [BASIC, { ...PROJECT, fundSource: 'other' } as const]) {
    expect(yearEnd('2023-12-31', [moved(line, 1, 'originalCarryover', 50_000)]).yuan).toEqual([
      0, 0, 0, 50_000, 50_000, 0,
    ]);
  }
});

it('counts what closing carried out no second time', () => {
  const closed = [...UNTIL_SEPTEMBER, moved(BASIC, 12, 'carryoverOut', 60_000)];
  expect(yearEnd('2023-12-31', closed)).toMatchObject({ yuan: [60_000, 60_000, 60_000, 0, 0, 0], why: [null] });
});

it('the lines sum to the total, each at its own pace', () => {
  const all = [...UNTIL_SEPTEMBER, moved(PROJECT, 1, 'original', 10_000)];
  const { lines, total } = forecastOf('2023-09-30', all, all);
  expect(lines.map(({ expected }) => expected)).toEqual([90_000_00, 0]);
  expect(total).toMatchObject({ final: 130_000_00, expected: 90_000_00, lapse: 40_000_00 });
});
