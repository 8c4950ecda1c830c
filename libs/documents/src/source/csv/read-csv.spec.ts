import { gbk } from '../../../testing/gbk';
import { errorsOf } from '../../../testing/refused';
import { readCsv } from './read-csv';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const TEXT = '日期,凭证号,金额(元)\n2023-04-07,P1,12.50\n';
const TABLE = {
  file: '04-支付.csv',
  name: '04-支付',
  headers: ['日期', '凭证号', '金额(元)'],
  rows: [{ number: 2, cells: { 日期: '2023-04-07', 凭证号: 'P1', '金额(元)': '12.50' } }],
};
const read = (text: string): ReturnType<typeof readCsv> => readCsv(utf8(text), '04-支付.csv');
const rowsOf = (text: string): string[][] =>
  read(text).rows.map(({ number, cells }) => [`${number}`, ...Object.values(cells)]);
const refusal = async (bytes: Uint8Array | string): Promise<unknown> =>
  (await errorsOf(() => readCsv(typeof bytes === 'string' ? utf8(bytes) : bytes, '04-支付.csv')))[0];

describe('a CSV as offices save it', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with BOM', utf8(`\uFEFF${TEXT}`)],
    ['GBK', gbk(TEXT)],
    ['UTF-16, tab separated', Buffer.from(`\uFEFF${TEXT.replaceAll(',', '\t')}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['CRLF', utf8(TEXT.replaceAll('\n', '\r\n'))],
    ['CR', utf8(TEXT.replaceAll('\n', '\r'))],
    ['without a last line end', utf8(TEXT.trim())],
    ['semicolons', utf8(TEXT.replaceAll(',', ';'))],
    ['tabs', utf8(TEXT.replaceAll(',', '\t'))],
    ['everything quoted', utf8(TEXT.replace(/[^,\n]+/g, '"$&"'))],
    ['full-width brackets in a header', utf8(TEXT.replace('(元)', '（元）'))],
    ['a line break in a header', utf8(TEXT.replace('金额(元)', '"金额\n（元）"').replace('\n2023', '\n2023'))],
    ['spaces of every width', utf8(TEXT.replaceAll(',', '\u3000, \u00A0'))],
    ['invisible characters', utf8(TEXT.replaceAll(',', '\u200B\u180E,\u202A\u061C'))],
    ['columns without anything at the end', utf8(TEXT.replaceAll('\n', ',,\n'))],
  ])('%s', (what, bytes) => {
    const moved = what === 'a line break in a header' ? 1 : 0;
    const rows = TABLE.rows.map((row) => ({ ...row, number: row.number + moved }));
    expect(readCsv(bytes, '04-支付.csv')).toEqual({ ...TABLE, rows });
  });

  it('numbers rows by the line they begin on and leaves out empty ones', () => {
    expect(rowsOf('a,b\n\n1,"x,\ny ""z"""\n,\n  , \n2,\n')).toEqual([
      ['3', '1', 'x,\ny "z"'],
      ['7', '2', ''],
    ]);
  });

  it('takes quotes inside a cell as text, as spreadsheets do', () => {
    expect(rowsOf('a,b\n5"管,x"y"\n')).toEqual([['2', '5"管', 'x"y"']]);
  });

  test.each([';', '\t'])('finds the delimiter %j behind a line break in the first header', (delimiter) => {
    expect(rowsOf(['"金额\n（元）"', 'b\n1', '2\n'].join(delimiter))).toEqual([['3', '1', '2']]);
  });

  it('finds the delimiter beside a quote that is text', () => {
    expect(rowsOf('5"管\tb\n1\t"2"\n')).toEqual([['2', '1', '2']]);
  });

  it('may have headers only', () => expect(read('a,b\n').rows).toEqual([]));

  it('takes a name in full-width characters as the plain one', () =>
    expect(readCsv(utf8('a\n'), '０４－支付（1）.csv')).toMatchObject({ name: '04-支付(1)' }));

  it('reads rows that Excel wrote short because a column is empty in a block of 16', () => {
    const lines = ['a,b,c', '1,2,3', ...Array.from({ length: 40 }, (_, index) => (index < 14 ? '1,2,' : '1,2'))];
    expect(rowsOf(`${lines.join('\r\n')}\r\n`)).toHaveLength(41);
    expect(rowsOf(`${lines.join('\r\n')}\r\n`).at(-1)).toEqual(['42', '1', '2', '']);
  });
});

describe('a CSV that is refused', () => {
  const file = '04-支付.csv';

  test.each<[string, Uint8Array | string, number | null, RegExp]>([
    ['a row with too few cells', 'a,b\n1,2\n3\n', 3, /只有 1 格，表头有 2 格/],
    ['a row with too many', 'a,b\n1,2,3\n', 2, /上方没有表头/],
    ['an amount cut in two, the last cell empty', '金额,摘要\n15,453.00,\n', 2, /有 3 格，表头只有 2 格/],
    ['a title above the headers', '支付明细,,\na,b,c\n1,2,3\n', 1, /像是标题而不是表头/],
    ['content without headers', '2024-05-04,P1,100.00\n2024-05-05,P2,1.00\n', 1, /像是内容而不是表头/],
    ['an empty header above content', 'a,,b\n1,2,3\n', 1, /没有表头，却有内容（如第 2 行“2”）/],
    ['a short row among full ones of its block', `a,b\n${'1,2\n'.repeat(20)}1\n1,2\n`, 22, /只有 1 格/],
    ['a file cut off in its last block', `a,b\n${'1,2\n'.repeat(15)}1`, 17, /只有 1 格/],
    ['a quote that never ends', 'a,b\n1,2\n3,"4\n5,6\n', 3, /引号没有结束/],
    ['text after a closing quote', 'a,b\n1,"2"3\n', 2, /引号之后还有文字/],
    ['nothing at all', '', null, /没有表头/],
    ['only empty rows', ' \n,,\n', null, /没有表头/],
    ['a workbook under another name', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), null, /XLSX/],
    ['no text', 'a\0b', null, /不是文本/],
    ['half a Unicode text', Uint8Array.of(0xff, 0xfe, 0x41), null, /Unicode/],
    ['neither UTF-8 nor GBK', Uint8Array.of(0x61, 0xff, 0xff, 0x0a), null, /既不是 UTF-8 也不是 GBK/],
    ['UTF-8 with a damaged byte', Buffer.concat([utf8(`${TEXT}${TEXT}`), Uint8Array.of(0xe6, 0x97, 0x0a)]), 5, /损坏/],
    ['an error value', 'a,b\n1,#REF!\n', 2, /错误值 #REF!/],
    ['digits lost to an exponent', 'a,b\n1,2.02304E+15\n', 2, /科学计数法/],
  ])('%s', async (_what, bytes, row, rule) => {
    expect(await refusal(bytes)).toMatchObject({ file, row, rule: expect.stringMatching(rule) });
  });

  it.each(['a,,b\n1,2,3\n4,5,6\n', 'a,b,\n1,3,2\n4,6,5\n', 'a,b\n1,3,2\n4,6,5\n'])(
    'is told once of a header that is missing: %j',
    (text) => {
      const errors = [expect.objectContaining({ row: 1, rule: expect.stringMatching(/第 2 行“2”/) })];
      expect(() => read(text)).toThrow(expect.objectContaining({ errors }));
    },
  );

  it('names column and value of a spoiled cell', async () => {
    expect(await refusal('日期,凭证号\n2023-01-01,1.2E+20\n')).toMatchObject({ column: '凭证号', value: '1.2E+20' });
  });

  it('names everything at once', async () => {
    const errors = await errorsOf(() => read('a,b\n1\n#N/A,2\n1,2,3\n'));
    expect(errors.map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  it('is refused by size before it is looked at', async () => {
    expect(await refusal(new Uint8Array(200_000_001))).toMatchObject({ rule: '文件有 201 MB，上限 200 MB' });
  });
});
