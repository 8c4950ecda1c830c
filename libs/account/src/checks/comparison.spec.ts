import { formatWan } from '@juesuan/kernel';
import fc from 'fast-check';
import { compare, same, speaking, toTheFen, within } from './comparison';
import { exactSide, hundredths, plus, printedSide } from './side';

/** 万元 with four decimals, so that a case shows what is behind a printed figure. */
const figure = (label: string, wan: number) => printedSide('05', label, Math.round(wan * 10_000) * 100);
const total = (wan: number) => figure('小计', wan);
const parts = (...wan: number[]) =>
  plus(
    wan.map((one) => figure('项', one)),
    '各项之和',
  );

describe('parts against a printed sum', () => {
  it.each([
    ['equal', total(3), parts(1, 2), 'held'],
    ['0.01 apart, two parts: 0.015 allowed', total(0.0098), parts(0.0049, 0.0049), 'tail'],
    ['0.02 apart, three parts: 0.020 allowed', total(3.02), parts(1, 1, 1), 'tail'],
    ['0.03 apart, three parts: 0.020 allowed', total(3.03), parts(1, 1, 1), 'failed'],
    ['0.02 apart, one part: 0.010 allowed', total(1.02), parts(1), 'failed'],
    ['a part of exactly zero allows nothing', total(3.02), parts(3, 0, 0), 'failed'],
  ])('%s', (_, left, right, outcome) => {
    expect(compare([within(left, right)], '请核对').outcome).toBe(outcome);
  });

  it('says that a tail difference is right', () => {
    const answer = compare([within(total(3.01), parts(1, 1, 1))], '请核对');
    expect(answer.says).toBe(
      '05表 小计 3.01 万元，各项之和 3.00 万元，相差 0.01 万元，在尾数误差 0.020 万元以内，系各数分别四舍五入所致，不必调整。',
    );
  });
});

describe('one fact printed twice', () => {
  it('is equal to the last digit', () => {
    expect(compare([same(total(3.01), parts(3))], '请核对').outcome).toBe('failed');
  });

  it('may be part of another', () => {
    expect(compare([same(total(3), parts(3.01), '≤')], '请核对').outcome).toBe('held');
    expect(compare([same(total(3.02), parts(3.01), '≤')], '请核对').outcome).toBe('failed');
    expect(compare([same(total(3.01), parts(3.02), '≥')], '请核对').outcome).toBe('failed');
  });
});

describe('the ledger', () => {
  it('agrees to the 分 and speaks of 元', () => {
    const answer = compare([toTheFen(exactSide('台账', 123_456_789), exactSide('指标', 123_456_788))], '请重建台账');
    expect(answer).toEqual({
      outcome: 'failed',
      left: '1,234,567.89',
      right: '1,234,567.88',
      says: '台账 1,234,567.89 元，应等于指标 1,234,567.88 元，相差 0.01 元；请重建台账。',
    });
  });
});

describe('many comparisons', () => {
  it('answer with the largest failure', () => {
    const answer = compare([same(total(1), parts(2)), same(total(1), parts(5)), same(total(1), parts(1))], '请核对');
    expect(answer).toMatchObject({ right: '5.00' });
    expect(answer.says).toContain('（共核对 3 处，2 处不成立）');
  });

  it('count the tail differences among them', () => {
    const answer = compare([within(total(3.01), parts(1, 1, 1)), same(total(1), parts(1))], '请核对');
    expect(answer).toMatchObject({
      outcome: 'tail',
      says: expect.stringContaining('（共核对 2 处，1 处有尾数差，其余相等）。'),
    });
  });

  it('say amounts as they are printed in a table, without separators', () => {
    expect(compare([same(total(12_345.67), parts(1_234.5))], '请核对').says).toBe(
      '05表 小计 12345.67 万元，应等于各项之和 1234.50 万元，相差 11111.17 万元；请核对。',
    );
  });

  it('fail on a cell that holds no amount', () => {
    expect(compare([within(printedSide('05', '小计', NaN), parts(1))], '请核对')).toMatchObject({ left: '非数字' });
  });

  it('that are none are not run', () => {
    expect(compare([], '请核对', '空表')).toEqual({ outcome: 'notRun', says: '未核对：空表。' });
  });
});

describe('rows in which nothing is printed', () => {
  it('are left out, those that are only rounded to nothing stay', () => {
    const nothing = same(exactSide('甲', 0), exactSide('乙', 0));
    const oneSide = [same(exactSide('甲', 1), exactSide('乙', 0)), same(exactSide('甲', 0), exactSide('乙', 1))];
    const rounded = same(printedSide('05', '小计', 4_999), exactSide('乙', 0));
    expect(speaking([nothing, ...oneSide, rounded])).toEqual([...oneSide, rounded]);
  });
});

describe('hundredths', () => {
  it('are what is printed, without the point', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e15 + 1, max: 9e15 - 1 }), (fen) => {
        expect(String(hundredths(fen))).toBe(String(Number(formatWan(fen).replace('.', ''))));
      }),
    );
  });

  it.each([
    [4_999, 0],
    [5_000, 1],
    [-4_999, 0],
    [-5_000, -1],
  ])('of %d 分 are %d', (fen, expected) => expect(hundredths(fen)).toBe(expected));
});
