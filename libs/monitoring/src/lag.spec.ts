import { lagOf } from './lag';

it.each([
  ['50.00', '60.00', 'none'],
  ['49.99', '60.00', 'warn'],
  ['40.00', '60.00', 'warn'],
  ['39.99', '60.00', 'reply'],
  ['100.00', '50.00', 'none'],
  ['-1.00', '20.00', 'reply'],
  [null, '100.00', 'none'],
] as const)('执行率 %s at 序时进度 %s: %s', (rate, time, lag) => {
  expect(lagOf(rate, time)).toBe(lag);
});
