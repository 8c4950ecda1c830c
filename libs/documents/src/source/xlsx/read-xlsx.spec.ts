import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { rawWorkbook } from '../../../testing/raw-workbook';
import { errorsOf } from '../../../testing/refused';
import type { CellError } from '../import-refused';
import { readXlsx } from './read-xlsx';

type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];

const HEADERS = ['日期', '凭证号', '金额（元）'];
const sheet = (...rows: CellValue[][]): Sheets[number] => ({ name: '04-支付', rows: [HEADERS, ...rows] });
const written = (...sheets: Sheets): Promise<Uint8Array> => writeXlsx({ sheets });
const read = async (...sheets: Sheets): ReturnType<typeof readXlsx> => readXlsx(await written(...sheets), '年度.xlsx');
const cellsOf = async (...rows: CellValue[][]): Promise<string[][]> =>
  (await read(sheet(...rows)))[0]?.rows.map(({ number, cells }) => [`${number}`, ...Object.values(cells)]) ?? [];
const refused = (bytes: Uint8Array): Promise<CellError[]> => errorsOf(() => readXlsx(bytes, '年度.xlsx'));

describe('a workbook', () => {
  it('is read sheet by sheet as its CSV files would be', async () => {
    const day = new Date('2023-04-07T00:00:00Z');
    expect(await read(sheet([day, ' P1\u200B', 12.5], [null, '', null], ['2023-04-08', 'P2', '1,000.00']))).toEqual([
      {
        file: '年度.xlsx［04-支付］',
        name: '04-支付',
        headers: ['日期', '凭证号', '金额(元)'],
        rows: [
          { number: 2, cells: { 日期: '2023-04-07', 凭证号: 'P1', '金额(元)': '12.5' } },
          { number: 4, cells: { 日期: '2023-04-08', 凭证号: 'P2', '金额(元)': '1,000.00' } },
        ],
      },
    ]);
  });

  test.each([
    [0.1 + 0.2, '0.3'],
    [1.005, '1.005'],
    [9205129499.99, '9205129499.99'],
    [0.000001, '0.000001'],
    [-1.5e-7, '-0.00000015'],
    [-0, '0'],
    [-1234.5, '-1234.5'],
    [999_999_999_999_999, '999999999999999'],
    [33333.333333333336, '33333.3333333333'],
  ])('shows the number %d as Excel does', async (number, text) => {
    expect(await cellsOf(['2023-01-01', 'P1', number])).toEqual([['2', '2023-01-01', 'P1', text]]);
  });

  it('keeps dates of both systems, with a time of day or a Chinese format', async () => {
    for (const date1904 of [false, true]) {
      const serial = date1904 ? 45023 - 1462 : 45023;
      const cells = ['1', '2'].map((style) => `<c s="${style}"><v>${serial}.75</v></c>`).join('');
      const bytes = rawWorkbook(`<row r="1">${text('甲')}${text('乙')}</row><row r="2">${cells}</row>`, { date1904 });
      expect((await readXlsx(bytes, 'a.xlsx'))[0]?.rows[0]?.cells).toEqual({ 甲: '2023-04-07', 乙: '2023-04-07' });
    }
  });

  it('has texts shared, rich, inline, inline and rich, or as results of formulas', async () => {
    const sharedStrings = '<si><t>甲</t></si><si><r><t>乙</t></r><r><t xml:space="preserve"> 一</t></r></si>';
    const bytes = rawWorkbook(
      `<row r="1">${text('A')}${text('B')}${text('C')}${text('D')}${text('E')}</row>
       <row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" t="s"><v>1</v></c><c r="C5" t="inlineStr"><is><r><t>丙</t></r><r><t>丁</t></r></is></c>
       <c r="D5" t="str"><f>A5&amp;"x"</f><v>甲x</v></c><c r="E5"><f>1+1</f><v>2</v></c></row>`,
      { sharedStrings },
    );
    expect((await readXlsx(bytes, 'a.xlsx'))[0]?.rows).toEqual([
      { number: 5, cells: { A: '甲', B: '乙 一', C: '丙丁', D: '甲x', E: '2' } },
    ]);
  });

  it('is read the same whether strings are shared or inline', async () => {
    const sheets = [sheet(['2023-01-01', 'P1 ＆ <x>', 1])];
    const shared = await readXlsx(await writeXlsx({ sheets, stringMode: 'shared' }), 'a.xlsx');
    expect(await readXlsx(await writeXlsx({ sheets, stringMode: 'inline' }), 'a.xlsx')).toEqual(shared);
    expect(shared[0]?.rows[0]?.cells['凭证号']).toBe('P1 ＆ <x>');
  });

  it('is read as it is where rows are hidden, cells merged or tables set off from the corner', async () => {
    const rows = [
      ['', '', ''],
      ['', '甲', '乙'],
      ['', '1', '2'],
      ['', '', '3'],
    ];
    const tables = await read({
      name: '04-支付',
      rows,
      merges: [{ startRow: 2, startCol: 1, endRow: 3, endCol: 1 }],
      rowDefs: new Map([[3, { hidden: true }]]),
    });
    expect(tables[0]).toMatchObject({
      headers: ['甲', '乙'],
      rows: [
        { number: 3, cells: { 甲: '1', 乙: '2' } },
        { number: 4, cells: { 甲: '', 乙: '3' } },
      ],
    });
  });

  it('says of a sheet that it is hidden', async () => {
    const rows = [HEADERS, ['2023-01-01', 'P1', 1]];
    const tables = await read(
      { name: '04-支付', rows },
      { name: '04-支付-旧', rows, hidden: true },
      { name: '04-支付-更旧', rows, veryHidden: true },
    );
    expect(tables.map(({ hidden }) => hidden)).toEqual([undefined, true, true]);
  });

  it('has other sheets that are not looked at', async () => {
    const tables = await read({ name: '说明', rows: [['#'], [true]] }, sheet(['2023-01-01', 'P1', 1]));
    expect(tables.map(({ name }) => name)).toEqual(['04-支付']);
  });

  it('of one table needs no name on its sheet', async () => {
    const bytes = await written({ name: 'Sheet1', rows: [['编码'], ['201']] }, { name: 'Sheet2', rows: [] });
    expect(await readXlsx(bytes, '04-支付.xlsx')).toMatchObject([{ name: '04-支付', file: '04-支付.xlsx［Sheet1］' }]);
    expect(await readXlsx(bytes, '科目.xlsx')).toMatchObject([{ name: 'Sheet1' }]);
  });
});

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;

describe('a cell of a workbook that is refused', () => {
  test.each<[string, string, string | null, RegExp]>([
    ['an error', '<c t="e"><v>#REF!</v></c>', '#REF!', /错误值/],
    ['an error of a formula', '<c t="e"><f>VLOOKUP(1,B:B,1)</f><v>#N/A</v></c>', '#N/A', /错误值/],
    ['a truth value', '<c t="b"><v>1</v></c>', 'TRUE', /逻辑值/],
    ['a formula without result', '<c><f>SUM(B1:B9)</f></c>', '=SUM(B1:B9)', /没有保存计算结果/],
    ['a formula with an empty result', '<c><f>SUM(B1:B9)</f><v/></c>', '=SUM(B1:B9)', /没有保存计算结果/],
    ['a shared formula without result', '<c><f t="shared" si="0"/></c>', '=', /没有保存计算结果/],
    ['a voucher as a number', '<c><v>4.3010520230401E+17</v></c>', '430105202304010000', /失真/],
    ['a number past all bounds', '<c><v>1e999</v></c>', 'Infinity', /失真/],
    ['a time of day', '<c s="3"><v>0.5</v></c>', null, /不是日期/],
    ['no date', '<c s="1"><v>0</v></c>', null, /不是日期/],
    ['a date past the calendar', '<c s="1"><v>99999999999</v></c>', null, /不是日期/],
    ['a negative date', '<c s="1"><v>-5</v></c>', null, /不是日期/],
    ['an error kept as text', text('#DIV/0!'), '#DIV/0!', /错误值/],
  ])('%s', async (_what, cell, value, rule) => {
    const bytes = rawWorkbook(`<row r="1">${text('甲')}${text('乙')}</row><row r="3">${text('1')}${cell}</row>`);
    expect(await refused(bytes)).toEqual([
      {
        file: '年度.xlsx［04-支付］',
        row: 3,
        column: '乙',
        value,
        rule: expect.stringMatching(rule),
        advice: expect.stringContaining('请'),
      },
    ]);
  });

  it('stands where there is no header, or in the header', async () => {
    const bytes = rawWorkbook(
      `<row r="1">${text('甲')}${text('乙')}<c t="b"><v>0</v></c></row><row r="2">${text('1')}${text('2')}${text('3')}</row>`,
    );
    expect(await refused(bytes)).toMatchObject([
      { row: 1, column: '第 3 列', value: 'FALSE' },
      { row: 1, column: '第 3 列', value: '', rule: expect.stringMatching(/没有表头，却有内容（如第 2 行“3”）/) },
    ]);
  });

  it('is told together with those of other sheets', async () => {
    const bytes = await written(
      { name: '03-收入', rows: [['a'], [true]] },
      sheet([true, 'P', 1], ['2023-01-01', 'P', false]),
    );
    expect((await refused(bytes)).map(({ file, row }) => `${file} ${row}`)).toEqual([
      '年度.xlsx［03-收入］ 2',
      '年度.xlsx［04-支付］ 2',
      '年度.xlsx［04-支付］ 3',
    ]);
  });
});
