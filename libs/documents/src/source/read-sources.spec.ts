import { mkdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { RuleViolation } from '@juesuan/kernel';
import { writeXlsx } from 'hucre/xlsx';
import { withFolder } from '../../testing/folder';
import { errorsOf } from '../../testing/refused';
import { readSources } from './read-sources';

const CSV = '凭证号,金额(元)\nP1,1.00\n';
const workbook = (...names: string[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: names.map((name) => ({
      name,
      rows: [
        ['凭证号', '金额(元)'],
        ['P1', 1],
      ],
    })),
  });
const row = (日期: string, 凭证号: string, 类型: string, 原凭证号: string, 金额: string, 摘要: string) => ({
  日期,
  凭证号,
  类型,
  原凭证号,
  单位编码: '137001',
  '金额(元)': 金额,
  摘要,
});

const violation = (read: Promise<unknown>): Promise<RuleViolation> =>
  read.then(
    () => {
      throw new Error('was read, not refused');
    },
    (error: RuleViolation) => error,
  );

describe('a folder of import files', () => {
  it('gives its tables by name, and tells of what it left out', async () => {
    const files = {
      '04-支付-1季度.csv': CSV,
      '04-支付-2季度.CSV': CSV,
      '05-上年决算.txt': Buffer.from(`\uFEFF${CSV.replaceAll(',', '\t')}`, 'utf16le'),
      '年度.xlsx': await workbook('03-收入', '05-上年预算', '说明'),
      '决算公开表.xlsx': await workbook('公开01表'),
      '07-差异原因.xlsx': await workbook('Sheet1'),
      '~$年度.xlsx': 'x',
      '.~04-支付.csv': 'x',
      '支付明细.csv': 'x',
      '04-支付说明.docx': 'x',
      '旧.et': 'x',
    };
    await withFolder(files, async (folder) => {
      mkdirSync(join(folder, '归档'));
      const { tables, ignored } = await readSources(folder);
      expect(tables.map(({ name, file }) => `${name} ${file}`).sort()).toEqual([
        '03-收入 年度.xlsx［03-收入］',
        '04-支付-1季度 04-支付-1季度.csv',
        '04-支付-2季度 04-支付-2季度.CSV',
        '05-上年决算 05-上年决算.txt',
        '05-上年预算 年度.xlsx［05-上年预算］',
        '07-差异原因 07-差异原因.xlsx［Sheet1］',
      ]);
      expect([...ignored].sort()).toEqual(
        ['归档/', '支付明细.csv', '04-支付说明.docx', '旧.et', '决算公开表.xlsx', '年度.xlsx［说明］'].sort(),
      );
      for (const { rows } of tables) expect(rows).toMatchObject([{ cells: { 凭证号: 'P1' } }]);
    });
  });

  it('is refused, not crashed, however many rows are wrong', async () => {
    const files = { '04-支付.csv': `a,b\n${'1,2\n1\n'.repeat(150_000)}1,2\n` };
    expect(await withFolder(files, (folder) => errorsOf(() => readSources(folder)))).toHaveLength(150_000);
  });

  it('is refused with the errors of all its files', async () => {
    const files = { '03-收入.csv': 'a,b\n1\n', '04-支付.csv': 'a\n"', '年度.xlsx': 'x', '01-年初预算.xls': 'x' };
    const errors = await withFolder(files, (folder) => errorsOf(() => readSources(folder)));
    expect(errors.map(({ file }) => file)).toEqual(['01-年初预算.xls', '03-收入.csv', '04-支付.csv', '年度.xlsx']);
  });

  test.each<[string, () => Promise<Record<string, string | Uint8Array>>]>([
    [
      'a CSV and a sheet',
      async () => ({ '04-支付.csv': CSV, '年度.xlsx': await workbook('03-收入', '04-支付-1季度') }),
    ],
    ['a CSV and a workbook of its own', async () => ({ '04-支付.csv': CSV, '04-支付.xlsx': await workbook('Sheet1') })],
    [
      'two workbooks',
      async () => ({ '年度.xlsx': await workbook('04-支付'), '年度2.xlsx': await workbook('04-支付') }),
    ],
    ['two files of one name', async () => ({ '04-支付.csv': CSV, '04-支付.txt': CSV })],
  ])('is refused where a kind of table comes from %s', async (_what, files) => {
    const errors = await withFolder(await files(), (folder) => errorsOf(() => readSources(folder)));
    expect(errors).toEqual([expect.objectContaining({ row: null, rule: expect.stringMatching(/同一种表/) })]);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['empty', {}, /是空的/],
    [
      'without an import file',
      { '说明.txt': 'x', '支付.csv': CSV },
      /只有：支付\.csv、说明\.txt。文件名应如 04-支付\.csv/,
    ],
  ])('is refused where it is %s', async (_what, files, message) => {
    const refused = await withFolder(files, (folder) => violation(readSources(folder)));
    expect(refused).toBeInstanceOf(RuleViolation);
    expect(refused).toMatchObject({ code: 'source-empty', message: expect.stringMatching(message) });
  });
});

describe('a file named by itself', () => {
  it('is read whatever its name', async () => {
    const files = { '科目.csv': CSV, '科目.xlsx': await workbook('Sheet1') };
    await withFolder(files, async (folder) => {
      expect(await readSources(join(folder, '科目.csv'))).toMatchObject({ tables: [{ name: '科目' }], ignored: [] });
      expect(await readSources(join(folder, '科目.xlsx'))).toMatchObject({ tables: [{ name: 'Sheet1' }], ignored: [] });
    });
  });

  it('tells which sheets of a workbook were left out', async () => {
    await withFolder({ '年度.xlsx': await workbook('04-支付', '说明') }, async (folder) => {
      expect(await readSources(join(folder, '年度.xlsx'))).toMatchObject({
        tables: [{ name: '04-支付' }],
        ignored: ['年度.xlsx［说明］'],
      });
    });
  });

  it('is refused where two sheets are one table but for the width of a character', async () => {
    await withFolder({ '年度.xlsx': await workbook('04-支付', '04－支付') }, async (folder) => {
      const errors = await errorsOf(() => readSources(join(folder, '年度.xlsx')));
      expect(errors).toMatchObject([{ value: '04-支付', rule: expect.stringMatching(/同一种表/) }]);
    });
  });

  it('has no cells where nothing stands at the end of a row, as .xls keeps them', async () => {
    const { tables } = await readSources(join(__dirname, '../../testing/files/06-其他事项.xls'));
    expect(tables.map(({ rows }) => rows.map(({ cells }) => Object.values(cells)))).toEqual([
      [
        ['公务接待人次', '95', '人次', ''],
        ['绩效评价结果', '优', '', ''],
        ['公务用车保有量', '6', '辆', '含执法车'],
      ],
    ]);
  });

  it('may be the .xls that old programs still write', async () => {
    const { tables } = await readSources(join(__dirname, '../../testing/files/04-支付.xls'));
    expect(tables.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)])).toEqual([
      [
        '04-支付',
        [
          row('2023-01-03', '0001', '支付', '', '15453.05', '日常支出'),
          row('2023-02-28', '0002', '退回', '0001', '53', '多付'),
        ],
      ],
    ]);
    const damaged = readFileSync(join(__dirname, '../../testing/files/04-支付.xls')).subarray(0, 3000);
    const errors = await withFolder({ '04-支付.xls': damaged }, (folder) => errorsOf(() => readSources(folder)));
    expect(errors).toMatchObject([{ file: '04-支付.xls', rule: expect.stringMatching(/已损坏/) }]);
  });

  test.each(['04-支付.xlsb', '04-支付.et', '04-支付.pdf', '04-支付'])('is refused as %s', async (file) => {
    const errors = await withFolder({ [file]: 'x' }, (folder) => errorsOf(() => readSources(join(folder, file))));
    expect(errors).toMatchObject([{ file, rule: '不是可导入的格式' }]);
  });

  it('is refused by size before it is read', async () => {
    await withFolder({ '04-支付.csv': '' }, async (folder) => {
      truncateSync(join(folder, '04-支付.csv'), 200_000_001);
      expect(await errorsOf(() => readSources(folder))).toMatchObject([{ rule: expect.stringMatching(/上限/) }]);
    });
  });

  it('must exist, and so must what it points to', async () => {
    const missing = { code: 'source-missing', message: expect.stringContaining('找不到') };
    expect(await violation(readSources('/没有这个文件夹'))).toMatchObject(missing);
    await withFolder({}, async (folder) => {
      symlinkSync('/没有这个文件', join(folder, '04-支付.csv'));
      expect(await violation(readSources(folder))).toMatchObject(missing);
    });
  });

  it('must be reachable', async () => {
    await withFolder({ 'a.csv': CSV }, async (folder) => {
      expect(await violation(readSources(join(folder, 'a.csv', 'b.csv')))).toMatchObject({ code: 'source-unreadable' });
    });
  });
});
