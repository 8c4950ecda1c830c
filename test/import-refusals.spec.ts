import { ImportYear } from '@juesuan/application';
import { type CellError, ImportRefused } from '@juesuan/documents';
import { withApplication } from './support/application';
import { changed, type Files, folderOf, SMALL_YEAR } from './support/import-folder';

const replaced = (files: Files, name: string, line: number, from: string, to: string): Files => {
  const text = files[name]?.[line] ?? '';
  expect(text).toContain(from);
  return changed(files, name, line, text.replace(from, to));
};
const replace = (name: string, line: number, from: string, to: string): Files =>
  replaced(SMALL_YEAR, name, line, from, to);
const append = (name: string, text: string): Files => changed(SMALL_YEAR, name, SMALL_YEAR[name]?.length ?? 0, text);

/** What some files are refused for, after others were recorded. */
const refusedAfter = (before: Files, files: Files): Promise<readonly CellError[]> =>
  withApplication(async ({ execute }) => {
    await execute(new ImportYear(folderOf(before), 2023, 'test'));
    const refused = await execute(new ImportYear(folderOf(files), 2023, 'test')).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportRefused);
    return (refused as ImportRefused).errors;
  });

describe('a row about something recorded otherwise', () => {
  it.each<[string, Files, Partial<CellError>]>([
    [
      'an amount',
      replace('02-年中调整', 1, '50000.00', '60000.00'),
      {
        column: '金额(元)',
        value: '60000.00',
        rule: '文号 测财〔2023〕1号 已按其他内容记录（02-年中调整.csv 第 2 行）：金额(元)已记录“50,000.00”，本行“60,000.00”',
        advice: '已记录的调整不能更改：请把本行改回，差额以新的文号追加、追减或调剂',
      },
    ],
    [
      'a reason and a day',
      replaced(replace('02-年中调整', 1, '系统升级', '升级'), '02-年中调整', 1, '2023-03-01', '2023-03-02'),
      {
        column: '日期',
        rule: expect.stringContaining('日期已记录“2023-03-01”，本行“2023-03-02”；事由已记录“系统升级”，本行“升级”'),
      },
    ],
    [
      'an initial budget',
      replace('01-年初预算', 1, '1000000.00', '1000000.01'),
      { column: '金额(元)', advice: expect.stringContaining('02-年中调整') },
    ],
    [
      'a payment’s line and item',
      replace('04-支付', 8, '培训,30216', '培训,30201'),
      {
        column: '凭证号',
        value: 'P8',
        rule: expect.stringContaining('经济分类科目已记录“30216”，本行“30201”'),
      },
    ],
    [
      'what kind of thing it is',
      append('04-支付', '2023-09-01,S1,支付,,500001,2010601,一般公共预算财政拨款,基本支出,,30101,980000.00,拨款'),
      { row: 11, column: '凭证号', rule: expect.stringMatching(/^凭证号 S1 .*类型已记录“收入”，本行“支付”/) },
    ],
    [
      'a unit’s name',
      replace('00-单位', 3, '测试中心', '测评中心'),
      { column: '单位名称', value: '测评中心', advice: expect.stringContaining('没有这种事项') },
    ],
    [
      'a unit’s parent and kind',
      replace('00-单位', 3, '500,事业单位', '500001,参公事业单位'),
      {
        column: '上级单位编码',
        rule: expect.stringMatching(
          /上级单位编码已记录“500”，本行“500001”；单位类型已记录“事业单位”，本行“参公事业单位”/,
        ),
      },
    ],
    [
      'an opening balance',
      replace('08-年初结转结余', 1, '10000.01', '10000.02'),
      { column: '金额(元)', rule: expect.stringContaining('“10,000.01”') },
    ],
  ])('shows what stands recorded beside it: %s', async (_what, files, says) => {
    const errors = await refusedAfter(SMALL_YEAR, files);
    expect(errors[0]).toEqual(expect.objectContaining(says));
    expect(JSON.stringify(errors)).not.toMatch(/#\d|document:|original:|open#/);
  });

  it('is told the same within one import', async () => {
    const again = '2023-09-01,P1,支付,,500001,2010601,一般公共预算财政拨款,基本支出,,30101,1.00,工资';
    const errors = await refusedAfter({ '00-单位': SMALL_YEAR['00-单位'] ?? [] }, append('04-支付', again));
    expect(errors).toEqual([expect.objectContaining({ row: 11, rule: expect.stringMatching(/04-支付.csv 第 2 行/) })]);
  });
});

describe('a row that is refused only because another one is', () => {
  const units = { '00-单位': SMALL_YEAR['00-单位'] ?? [] };

  it.each<[string, Files, [string, number][], [string, number][]]>([
    [
      'payments without the quota that was to be given',
      replace('01-年初预算', 1, '30101', '30198'),
      [['01-年初预算.csv', 2]],
      [['04-支付.csv', 2]],
    ],
    [
      'a refund and a correction of a payment',
      replace('04-支付', 3, '30227', '30298'),
      [['04-支付.csv', 4]],
      [['04-支付.csv', 5]],
    ],
  ])('follows it and names it: %s', async (_what, files, causes, following) => {
    const errors = await refusedAfter(units, files);
    const places = errors.map(({ file, row }) => [file, row]);
    expect(places.slice(0, causes.length)).toEqual(causes);
    expect(places).toEqual(expect.arrayContaining(following));
    const [[file, row] = ['', 0]] = causes;
    for (const { advice } of errors.slice(causes.length)) {
      expect(advice).toBe(`因 ${file} 第 ${row} 行被拒而连带，请先更正那一行`);
    }
  });

  it('is not blamed on a row that has nothing to do with it', async () => {
    const files = replaced(replace('01-年初预算', 3, '2120803', '2129998'), '04-支付', 1, '400000.00', '4000000.00');
    const errors = await refusedAfter(units, files);
    const overspent = errors.find(({ file, row }) => file === '04-支付.csv' && row === 2);
    expect(overspent?.advice).toBe('');
  });
});

describe('what looks like an import table and is none', () => {
  const refused = (files: Files): Promise<readonly CellError[]> =>
    refusedAfter({ '00-单位': SMALL_YEAR['00-单位'] ?? [] }, files);
  const { '04-支付': payments = [], ...others } = SMALL_YEAR;

  it.each(['4-支付', '支付', '04支付-1季度', '04-支出'])(
    'is refused, so that no year goes without it: %s',
    async (name) => {
      expect(await refused({ ...others, [name]: payments })).toEqual([
        expect.objectContaining({ file: `${name}.csv`, rule: expect.stringContaining('04-支付') }),
      ]);
    },
  );

  it('is passed over and told where its name means none', async () => {
    await withApplication(async ({ execute }) => {
      const { notices } = await execute(
        new ImportYear(folderOf({ ...SMALL_YEAR, '12-备注': ['甲,乙'] }), 2023, 'test'),
      );
      expect(notices).toEqual(['未识别的文件已略过：12-备注.csv']);
    });
  });

  it('a sum below the rows is one mistake', async () => {
    const files = append('04-支付', '合计,,,,,,,,,,876000.05,');
    expect(await refused(files)).toEqual([expect.objectContaining({ row: 11, rule: '像是合计行' })]);
  });

  it('a day as a spreadsheet counts it is named as the day it is', async () => {
    const errors = await refused(replace('04-支付', 1, '2023-01-25', '44951'));
    expect(errors).toEqual([
      expect.objectContaining({ row: 2, column: '日期', value: '44951', rule: expect.stringContaining('2023-01-25') }),
    ]);
  });
});

describe('one thing to mend in many rows', () => {
  it('is told once: a code that the book lacks', async () => {
    const lines = ['02-年中调整', '04-支付'].flatMap((name) => SMALL_YEAR[name] ?? []);
    expect(lines.filter((line) => line.includes('2120803')).length).toBeGreaterThan(1);
    const files = Object.fromEntries(
      Object.entries(SMALL_YEAR).map(([name, of]) => [name, of.map((line) => line.replaceAll('2120803', '2129876'))]),
    );
    const errors = await refusedAfter({ '00-单位': SMALL_YEAR['00-单位'] ?? [] }, files);
    const told = errors.filter(({ rule }) => rule.includes('没有编码 2129876'));
    expect(told).toEqual([expect.objectContaining({ rule: expect.stringMatching(/（共 \d+ 行）$/) })]);
  });

  it('is told once: a unit that is nowhere listed', async () => {
    const files = Object.fromEntries(Object.entries(SMALL_YEAR).filter(([name]) => name !== '00-单位'));
    const errors = await withApplication(async ({ execute }) =>
      execute(new ImportYear(folderOf(files), 2023, 'test')).catch((error: unknown) => (error as ImportRefused).errors),
    );
    const units = (errors as CellError[]).filter(({ column }) => column === '单位编码');
    expect(units.map(({ value }) => value)).toEqual(['500001', '500002']);
  });
});

it('takes digits typed full width for what they are', async () => {
  await withApplication(async ({ execute }) => {
    const files = replace('04-支付', 1, '2010601', '２０１０６０１');
    const wide = replaced(files, '04-支付', 1, '400000.00', '４０００００.００');
    await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'test'));
    expect(await execute(new ImportYear(folderOf(wide), 2023, 'test'))).toMatchObject({ recorded: 0 });
  });
});
