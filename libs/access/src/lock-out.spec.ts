import { lockAfter, lockedOut } from './lock-out';

it.each([
  [1, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [7, 4],
  [10, 32],
  [11, 60],
  [500, 60],
])('after %i failures in a row a name is locked for %i minutes', (failures, minutes) => {
  expect(lockAfter(failures)).toBe(minutes * 60_000);
});

it('tells how long to wait, in whole seconds and in words', () => {
  expect(lockedOut(30_001)).toMatchObject({ code: 'locked-out', facts: { seconds: 31 } });
  expect(lockedOut(30_001).message).toContain('31 秒后再试');
  expect(lockedOut(90_000).message).toContain('2 分钟后再试');
  expect(lockedOut(0).facts).toEqual({ seconds: 1 });
});
