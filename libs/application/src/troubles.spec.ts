import { StoreUnavailable } from '@juesuan/event-store';
import { RuleViolation } from '@juesuan/kernel';
import { diskTroubleOf, troubleOf, whyNotStarted } from './troubles';

const failing = (coded: object, cause?: unknown): Error => Object.assign(new Error('fails', { cause }), coded);

it.each([
  [{ errcode: 13 }, /^磁盘已满/],
  [{ errcode: 522 }, /^数据文件读写出错/],
  [{ code: 'ENOSPC' }, /^磁盘已满/],
  [{ code: '53100' }, /^数据库所在的磁盘已满/],
])('%j is told in words, by itself and as the cause of another', (coded, says) => {
  for (const error of [failing(coded), failing({ name: 'StoreUnavailable' }, failing(coded))]) {
    expect(troubleOf(error)).toMatch(says);
    expect(diskTroubleOf(error)).toMatch(says);
  }
});

it.each([5, 8, 10, 13, 14])('what gRPC answers with its number %i is no trouble of a disk', (code) => {
  const error = failing({ name: 'StoreUnavailable' }, failing({ code, type: 'unknown' }));
  expect([troubleOf(error), diskTroubleOf(error)]).toEqual([null, null]);
});

it.each([
  [new RuleViolation('not-a-data-file', 'x 不是决算的数据文件。'), /^x 不是决算的数据文件。$/],
  [failing({ code: 'EADDRINUSE' }), /^端口已被占用/],
  [new StoreUnavailable('事件库没有应答'), /^事件库连不上.*（事件库没有应答）.*EVENTSTORE_URL。$/],
  [new StoreUnavailable('写不进去', { cause: failing({ errcode: 13 }) }), /^磁盘已满/],
  [failing({}), /^Error: fails\n +at /],
])('who starts a program that does not start is told why: %s', (error, says) => {
  expect(whyNotStarted(error)).toMatch(says);
});
