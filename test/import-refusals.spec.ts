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
