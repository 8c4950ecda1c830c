import { fileName } from './uploads';

/** What file systems take for one name. */
const LONGEST_BYTES = 255;

test.each([
  ['../../etc/04-支付.csv', '04-支付.csv'],
  ['C:\\年度\\04-支付.csv', '04-支付.csv'],
  ['04-\u0000支\n付\u0085\u007F.csv', '04-支付.csv'],
  ['04-支付\u202Evsc.csv', '04-支付vsc.csv'],
  ['..', 'upload'],
  ['.', 'upload'],
  ['/', 'upload'],
])('a file sent as %j is kept as %s', (sent, kept) => {
  expect(fileName(sent)).toBe(kept);
});

it('a name too long for a disk keeps its number, which says what it is, and its ending', () => {
  for (const long of ['支'.repeat(300), '𠮷'.repeat(300), 'a'.repeat(300)]) {
    const kept = fileName(`04-${long}.csv`);
    expect(kept).toMatch(/^04-.*\.csv$/u);
    expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(LONGEST_BYTES);
    expect(kept).not.toMatch(/\p{Cs}/u);
  }
  expect(fileName(`04-支付.${'csv'.repeat(200)}`)).toMatch(/^04-支付/);
});
