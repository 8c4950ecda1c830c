import { writeXlsx } from 'hucre/xlsx';
import { rawWorkbook } from '../../../testing/raw-workbook';
import { errorsOf } from '../../../testing/refused';
import type { CellError } from '../import-refused';
import { readXlsx } from './read-xlsx';

type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];

const SHEET: Sheets[number] = { name: '04-支付', rows: [['日期', '凭证号']] };
const written = (...sheets: Sheets): Promise<Uint8Array> => writeXlsx({ sheets });
const refused = (bytes: Uint8Array): Promise<CellError[]> => errorsOf(() => readXlsx(bytes, '年度.xlsx'));

describe('a file that is no workbook to be read', () => {
  const whole = { file: '年度.xlsx', row: null };

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    [
      'protected by a password',
      () => writeXlsx({ sheets: [SHEET], encryption: { password: 'x', spinCount: 10 } }),
      /密码/,
    ],
    ['of the format before 2007', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), /已损坏/],
    ['text', () => new TextEncoder().encode('<html>这不是工作簿</html>'), /不是完整的 XLSX/],
    ['empty', () => new Uint8Array(0), /不是完整的 XLSX/],
    ['cut off', async () => (await written(SHEET)).slice(0, -30), /不是完整的 XLSX/],
    ['without any table', () => written({ name: 'Sheet1', rows: [] }), /工作簿是空的/],
    ['with an empty table', () => written({ name: '04-支付', rows: [] }), /没有表头/],
    ['too large', () => new Uint8Array(200_000_001), /上限 200 MB/],
    [
      'a zip bomb that admits it',
      async () => declaring(await written(SHEET), 400_000_000),
      /解压后有 \d+ MB，上限 300 MB/,
    ],
    ['a zip bomb that says nothing', async () => declaring(await written(SHEET), 0), /上限 300 MB/],
    ['a zip bomb that lies', async () => declaring(await written(SHEET), 10), /已损坏/],
    [
      'with cells in the farthest corner',
      () => rawWorkbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
      /无法读取/,
    ],
  ])('%s', async (_what, bytes, rule) => {
    const [error, ...others] = await refused(await bytes());
    expect(error).toMatchObject({
      ...whole,
      file: expect.stringContaining('年度.xlsx'),
      rule: expect.stringMatching(rule),
    });
    expect(others).toEqual([]);
  });
});

/** A workbook whose directory says of every part that it unpacks to so many bytes. */
function declaring(workbook: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(workbook);
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 1)) {
    bytes.writeUInt32LE(size, at + 24);
  }
  return bytes;
}
