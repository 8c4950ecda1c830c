import { fromThreadError, toThreadError } from './thread-errors';
import { diskTroubleOf } from './troubles';

it.each([{ errcode: 13 }, { errcode: 10 }, { code: 'ENOSPC' }])(
  'a full disk is one beyond a thread, too: %j',
  (coded) => {
    const error = Object.assign(new Error('disk'), coded);
    const said = diskTroubleOf(error);
    expect(said).toMatch(/磁盘/);
    expect(diskTroubleOf(fromThreadError(toThreadError(error)))).toBe(said);
  },
);

it('a fault of the program is no trouble of the disk', () => {
  expect(diskTroubleOf(fromThreadError(toThreadError(new TypeError('x is undefined'))))).toBeNull();
});
