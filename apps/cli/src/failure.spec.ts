import { StoreUnavailable } from '@juesuan/event-store';
import { explainFailure } from './failure';

it.each([
  [13, 'database or disk is full', /^没有做成：磁盘已满/],
  [5, 'database is locked', /^没有做成：数据文件正被别的程序占用/],
])(
  'a data file that takes nothing (%i, %s) is told with what to do, and nothing in English',
  (errcode, message, says) => {
    const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const cause = Object.assign(new Error(message), { errcode });
    const status = explainFailure(new StoreUnavailable(`事件库写入失败：${message}`, { cause }));
    const text = written.mock.calls.join('');
    written.mockRestore();
    expect(status).toBe(1);
    expect(text).toMatch(says);
    expect(text).not.toContain(message);
  },
);
