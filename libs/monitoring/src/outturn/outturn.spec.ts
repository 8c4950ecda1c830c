import type { Balance } from '@juesuan/account';
import { budgetComparison } from './budget-comparison';
import { composition } from './composition';
import { indicatorsOf } from './indicators';

/** A balance of so many 元: `2080101` or `2080101/30201`. */
const balance = (measure: Balance['measure'], code: string, yuan: number): Balance => {
  const [item = '', economicItem = ''] = code.split('/');
  const line = { fundSource: 'generalPublic', kind: 'basic', project: '', purpose: '' } as const;
  return { ...line, id: 1, unit: '1', year: 2023, measure, item, economicItem, amount: Math.round(yuan * 100) };
};

/** A year of 元: budget and paid by code. */
const yearOf = (rows: Readonly<Record<string, readonly [budget: number, paid: number]>>): Balance[] =>
  Object.entries(rows).flatMap(([code, [budget, paid]]) => [
    balance('original', code, budget),
    balance('payment', code, paid),
  ]);

it('puts original, final and actual side by side, with their differences, by class and in total', () => {
  const all = [...yearOf({ '2080101': [100, 90], '2010301': [50, 60] }), balance('supplement', '2010301', 20)];
  const { rows, total } = budgetComparison(all);
  expect(rows).toEqual([
    { key: '201', original: 50_00, final: 70_00, actual: 60_00, changes: 20_00, left: 10_00, variance: 10_00 },
    { key: '208', original: 100_00, final: 100_00, actual: 90_00, changes: 0, left: 10_00, variance: -10_00 },
  ]);
  expect(total).toEqual({
    key: '',
    original: 150_00,
    final: 170_00,
    actual: 150_00,
    changes: 20_00,
    left: 20_00,
    variance: 0,
  });
});

describe('the variance of composition', () => {
  it('is what moved between classes, after the change of the whole', () => {
    // 300 budgeted, 330 paid: adjusted 110 and 220, each 22 off; 44 ÷ 330.
    const found = composition('function', yearOf({ '2010301': [100, 132], '2080101': [200, 198] }));
    expect(found).toMatchObject({
      percent: '13.33',
      rows: [
        { key: '201', original: 100_00, adjusted: 110_00, actual: 132_00 },
        { key: '208', original: 200_00, adjusted: 220_00, actual: 198_00 },
      ],
    });
  });

  it('is nothing where everything grew alike', () => {
    expect(composition('function', yearOf({ '2010301': [100, 110], '2080101': [200, 220] }))).toMatchObject({
      percent: '0.00',
    });
  });

  it('leaves out 预备费 and interest by function, and only 预备费 by economic class', () => {
    const year = {
      '2010301/30201': [100, 100],
      '2080101/31002': [100, 100],
      '2270101/39999': [500, 0],
      '2320301/30701': [100, 200],
    } as const;
    expect(composition('function', yearOf(year))).toMatchObject({ percent: '0.00' });
    // 300 budgeted, 400 paid: adjusted 133.33 each; 302 and 310 33.33 below, 307 66.67 above; 133.33 ÷ 400.
    expect(composition('economic', yearOf(year))).toMatchObject({ percent: '33.33' });
  });

  it.each([
    ['economic', { '2010301': [100, 0], '2080101/30201': [50, 50] }, '年初预算0.02万元中有0.01万元没有细化到经济分类'],
    ['function', { '2010301': [0, 50] }, '没有年初预算'],
    ['function', { '2010301': [50, 0] }, '没有支出'],
  ] as const)('by %s of %j is not known', (by, year, reason) => {
    expect(composition(by, yearOf(year))).toEqual({ known: false, reason });
  });
});

describe('the indicators', () => {
  const scores = (years: readonly Balance[][], asOf = '2023-12-31') => {
    const [now = [], ...before] = [...years].reverse();
    const known = new Map(before.map((balances, index) => [2022 - index, balances]));
    return indicatorsOf({ year: 2023, asOf, balances: now, before: known });
  };
  const paid = (share: number) => yearOf({ '2010301/30201': [1_000_000, share] });

  it.each([
    [[1_050_000, 950_000, 500_000], 'A'],
    [[1_050_000, 949_999.99, 900_000], 'B'],
    [[1_150_000, 850_000, 500_000], 'C'],
    [[1_150_000.01, 850_000, 500_000], 'D'],
  ])('PI-1 of %j paid of 1,000,000 is %s', (years, score) => {
    expect(scores(years.map(paid))[0]).toMatchObject({ id: 'PI-1', score, notScored: null });
  });

  // So much of each million moves from one class to another: twice that is off.
  const moved = (yuan: number) =>
    yearOf({ '2010301/30201': [1_000_000, 1_000_000 + yuan], '2080101/31002': [1_000_000, 1_000_000 - yuan] });

  it.each([
    [[49_999.99, 0, 900_000], 'A'],
    [[50_000, 0, 900_000], 'B'],
    [[99_999.99, 99_999.99, 900_000], 'B'],
    [[100_000, 0, 900_000], 'C'],
    [[150_000, 0, 900_000], 'D'],
  ])('PI-2 with %j moved between classes of 1,000,000 is %s', (years, score) => {
    expect(scores(years.map(moved)).slice(1)).toMatchObject([
      { id: 'PI-2.1', score },
      { id: 'PI-2.2', score },
    ]);
  });

  it('states each year and gives no score with fewer than three, before the year ends, or where one is not known', () => {
    const [total, byFunction] = scores([moved(0), moved(100_000)]);
    expect(total).toEqual({
      id: 'PI-1',
      years: [
        { year: 2022, percent: '100.00', reason: null },
        { year: 2023, percent: '100.00', reason: null },
      ],
      score: null,
      notScored: '不评级：需要三个完整年度，没有记录 2021 年度。',
    });
    expect(byFunction?.years.map(({ percent }) => percent)).toEqual(['0.00', '10.00']);
    const three = [moved(0), moved(0), moved(0)];
    expect(scores(three, '2023-12-30')[0]?.notScored).toBe('不评级：需要三个完整年度，2023 年度尚未结束。');
    const uncoded = yearOf({ '2010301': [1_000_000, 1_000_000] });
    expect(scores([moved(0), uncoded, moved(0)])[2]).toMatchObject({
      score: null,
      notScored: '不评级：需要三个完整年度，2022 年度年初预算100.00万元中有100.00万元没有细化到经济分类。',
    });
  });
});
