import { targetAt, timeProgress } from './progress';

describe('序时进度', () => {
  it.each([
    [2023, '2022-12-31', '0.00'],
    [2023, '2023-01-01', '0.27'],
    [2023, '2023-06-30', '49.59'],
    [2024, '2024-06-30', '49.73'],
    [2023, '2023-12-31', '100.00'],
    [2023, '2024-02-01', '100.00'],
  ])('of %i at %s is %s %', (year, asOf, share) => {
    expect(timeProgress(year, asOf)).toBe(share);
  });
});

describe('the target curve', () => {
  it.each([
    ['2022-12-31', '0.00'],
    ['2023-06-30', '50.00'],
    ['2023-07-31', '58.42'],
    ['2023-09-30', '75.00'],
    ['2023-11-30', '92.00'],
    ['2023-12-31', '100.00'],
    ['2024-03-01', '100.00'],
  ])('asks at %s for %s %', (asOf, share) => {
    expect(targetAt(2023, asOf)).toBe(share);
  });

  it.each([
    [
      [
        { month: 9, percent: 75 },
        { month: 6, percent: 80 },
      ],
    ],
    [
      [
        { month: 6, percent: 50 },
        { month: 9, percent: 40 },
      ],
    ],
    [[{ month: 13, percent: 50 }]],
    [[{ month: 6, percent: 101 }]],
    [[{ month: 6, percent: 50.5 }]],
  ])('is refused as %j', (curve) => {
    expect(() => targetAt(2023, '2023-07-01', curve)).toThrow(expect.objectContaining({ code: 'bad-target-curve' }));
  });
});
