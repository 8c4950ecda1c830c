import { ImportYear } from '@juesuan/application';
import { ImportRefused } from '@juesuan/documents';
import { type TestApplication, withApplication } from './support/application';
import { contents } from './support/contents';
import { changed, type Files, folderOf, SMALL_YEAR } from './support/import-folder';

async function refusal({ execute }: TestApplication, files: Files): Promise<ImportRefused> {
  const refused = await execute(new ImportYear(folderOf(files), 2023, 'test')).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ImportRefused);
  return refused as ImportRefused;
}

const replace = (name: string, line: number, from: string, to: string): Files => {
  const text = SMALL_YEAR[name]?.[line] ?? '';
  expect(text).toContain(from);
  return changed(SMALL_YEAR, name, line, text.replace(from, to));
};
const append = (name: string, text: string): Files => changed(SMALL_YEAR, name, SMALL_YEAR[name]?.length ?? 0, text);

/** What is wrong · the files · where the refusal must point · what it must say. */
const WRONG: [string, () => Files, { file: string; row: number | null; column: string | null }, RegExp][] = [
  [
    'an unknown code',
    () => replace('04-支付', 1, '2010601', '2019998'),
    { file: '04-支付.csv', row: 2, column: '功能分类科目' },
    /没有编码 2019998/,
  ],
  [
    'a figure said twice',
    () => append('06-其他事项', '公务接待批次,3,批次,'),
    { file: '06-其他事项.csv', row: 3, column: null },
    /与第 2 行重复/,
  ],
  [
    'the reason for a figure given twice',
    () => changed(append('07-差异原因', '公务接待费,接待减少'), '07-差异原因', 3, '公务接待费,厉行节约'),
    { file: '07-差异原因.csv', row: 4, column: null },
    /与第 3 行重复/,
  ],
  [
    'a code that is no leaf',
    () => replace('01-年初预算', 1, '2010601', '20106'),
    { file: '01-年初预算.csv', row: 2, column: '功能分类科目' },
    /不是末级科目/,
  ],
  [
    'an unknown economic code',
    () => replace('04-支付', 2, '30201', '30298'),
    { file: '04-支付.csv', row: 3, column: '经济分类科目' },
    /没有编码 30298/,
  ],
  [
    'a date that does not exist',
    () => replace('04-支付', 3, '2023-03-25', '2023-02-30'),
    { file: '04-支付.csv', row: 4, column: '日期' },
    /不是日期/,
  ],
  [
    'a date of another year',
    () => replace('04-支付', 3, '2023-03-25', '2022-03-25'),
    { file: '04-支付.csv', row: 4, column: '日期' },
    /不在 2023 财政年度/,
  ],
  [
    'less than a fen',
    () => replace('04-支付', 2, '5000.00', '1.005'),
    { file: '04-支付.csv', row: 3, column: '金额(元)' },
    /精确到分/,
  ],
  [
    'a negative amount',
    () => replace('03-收入', 1, '980000.00', '-980000.00'),
    { file: '03-收入.csv', row: 2, column: '金额(元)' },
    /须大于零/,
  ],
  [
    'a zero amount',
    () => replace('02-年中调整', 1, '50000.00', '0.00'),
    { file: '02-年中调整.csv', row: 2, column: '金额(元)' },
    /须大于零/,
  ],
  [
    'no number at all',
    () => replace('03-收入', 1, '980000.00', '九十八万'),
    { file: '03-收入.csv', row: 2, column: '金额(元)' },
    /不是金额/,
  ],
  [
    'a missing header',
    () => replace('04-支付', 0, '凭证号,类型', '凭证,类型'),
    { file: '04-支付.csv', row: null, column: '凭证号' },
    /凭证号/,
  ],
  [
    'overspending',
    () => replace('04-支付', 7, '30000.00', '80000.01'),
    { file: '04-支付.csv', row: 8, column: '金额(元)' },
    /无预算不支出/,
  ],
  [
    'a payment on a project that is none',
    () => replace('04-支付', 3, '系统运维', '系统维护'),
    { file: '04-支付.csv', row: 4, column: '项目名称' },
    /没有指标 2010607 .*“系统维护”.*相近的指标：2010607 .*“系统运维”/,
  ],
  [
    'a payment on an item without quota',
    () => replace('04-支付', 8, '2010608,事业收入,项目支出,培训', '2010605,其他收入,项目支出,讲座'),
    { file: '04-支付.csv', row: 9, column: '功能分类科目' },
    /没有指标 2010605/,
  ],
  [
    'a 三公 budget below zero',
    () => replace('09-三公预算', 1, '1500.00', '-1500.00'),
    { file: '09-三公预算.csv', row: 2, column: '全年预算数(元)' },
    /不能小于零；没有预算的填 0/,
  ],
  [
    'half a virement',
    () => changed(SMALL_YEAR, '02-年中调整', 3, null),
    { file: '02-年中调整.csv', row: 3, column: '文号' },
    /调剂/,
  ],
  [
    'a virement from a line to itself',
    () => replace('02-年中调整', 3, '500002,2010605', '500001,2010601'),
    { file: '02-年中调整.csv', row: 4, column: '调整类型' },
    /转出与转入是同一指标/,
  ],
  [
    'a virement from one fund to another',
    () => replace('02-年中调整', 3, '一般公共预算财政拨款', '事业收入'),
    { file: '02-年中调整.csv', row: 4, column: '资金性质' },
    /调剂不能改变资金性质/,
  ],
  [
    'a voucher used again',
    () => append('04-支付', '2023-09-01,P1,支付,,500001,2010601,一般公共预算财政拨款,基本支出,,30101,1.00,工资'),
    { file: '04-支付.csv', row: 11, column: '凭证号' },
    /P1/,
  ],
  [
    'a refund above the payment',
    () => replace('04-支付', 4, '20000.00', '120000.01'),
    { file: '04-支付.csv', row: 5, column: '金额(元)' },
    /尚余/,
  ],
  [
    'a correction of another amount',
    () => replace('04-支付', 5, '5000.00', '4000.00'),
    { file: '04-支付.csv', row: 6, column: '金额(元)' },
    /只改科目不改金额/,
  ],
  [
    'an unknown original voucher',
    () => replace('04-支付', 4, 'P3', 'P99'),
    { file: '04-支付.csv', row: 5, column: '原凭证号' },
    /P99/,
  ],
  [
    '三公 above its ceiling',
    () => replace('04-支付', 9, '1000.00', '1500.01'),
    { file: '04-支付.csv', row: 10, column: '金额(元)' },
    /超预算/,
  ],
  [
    'a word that is none',
    () => replace('04-支付', 1, '基本支出', '基本'),
    { file: '04-支付.csv', row: 2, column: '支出类型' },
    /允许的取值/,
  ],
  [
    'an unknown unit',
    () => replace('04-支付', 1, '500001', '500009'),
    { file: '04-支付.csv', row: 2, column: '单位编码' },
    /00-单位/,
  ],
  [
    'a department with lines',
    () => replace('04-支付', 1, '500001', '500'),
    { file: '04-支付.csv', row: 2, column: '单位编码' },
    /是部门/,
  ],
  [
    'a unit that is its own parent’s parent',
    () => replace('00-单位', 1, '500,测试局,,部门', '500,测试局,500001,部门'),
    { file: '00-单位.csv', row: 2, column: '上级单位编码' },
    /成环/,
  ],
  [
    'no document number',
    () => replace('02-年中调整', 1, '测财〔2023〕1号', ''),
    { file: '02-年中调整.csv', row: 2, column: '文号' },
    /不能为空/,
  ],
  [
    'a figure that no table has',
    () => append('07-差异原因', '收入支出总计,增加{table:10/total/0}万元'),
    { file: '07-差异原因.csv', row: 3, column: '原因' },
    /“\{table:10\/total\/0\}”不是数字的出处。可用：\{table:05\/total\/0\}/,
  ],
  [
    'a figure typed into a reason',
    () => replace('07-差异原因', 1, '{收回}', '2.5'),
    { file: '07-差异原因.csv', row: 2, column: '原因' },
    /占位/,
  ],
  [
    'an amount too large to be exact',
    () => replace('01-年初预算', 1, '1000000.00', '99999999999999.99'),
    { file: '01-年初预算.csv', row: 2, column: '金额(元)' },
    /超出/,
  ],
];

describe('an import with one wrong cell', () => {
  it.each(WRONG)('%s is refused where it stands, and nothing is recorded', async (_what, files, place, says) => {
    await withApplication(async (application) => {
      await application.execute(new ImportYear(folderOf({ '00-单位': SMALL_YEAR['00-单位'] ?? [] }), 2023, 'test'));
      const before = contents(application.db);
      const { errors } = await refusal(application, files());
      expect(contents(application.db)).toEqual(before);
      expect(errors).toContainEqual(expect.objectContaining(place));
      const error = errors.find(
        ({ file, row, column }) => file === place.file && row === place.row && column === place.column,
      );
      expect(`${error?.rule}${error?.advice}`).toMatch(says);
    });
  });

  it('is right without it', async () => {
    await withApplication(async ({ execute }) => {
      expect((await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'test'))).recorded).toBeGreaterThan(30);
    });
  });
});

it('tells once, and not on every row, that the files are of another year', async () => {
  await withApplication(async ({ execute }) => {
    const refused = await execute(new ImportYear(folderOf(SMALL_YEAR), 2022, 'test')).catch((error: unknown) => error);
    expect((refused as ImportRefused).errors).toEqual([
      {
        file: '02-年中调整.csv、03-收入.csv、04-支付.csv',
        row: null,
        column: '日期',
        value: null,
        rule: '没有一个日期在 2022 年，有2023 年的 18 个',
        advice: '请核对选定的财政年度和文件',
      },
    ]);
  });
});

describe('an import of a year already recorded', () => {
  it('refuses a row that was changed since, rather than recording it a second time', async () => {
    await withApplication(async (application) => {
      await application.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'test'));
      const before = contents(application.db);
      const { errors } = await refusal(application, replace('02-年中调整', 1, '50000.00', '60000.00'));
      expect(errors[0]).toMatchObject({ file: '02-年中调整.csv', row: 2 });
      expect(contents(application.db)).toEqual(before);
    });
  });

  it('takes a second row on the same line of a document, and then knows both', async () => {
    await withApplication(async ({ execute }) => {
      await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'test'));
      let files = SMALL_YEAR;
      for (const amount of ['1.00', '2.00', '3.00']) {
        const lines = files['02-年中调整'] ?? [];
        files = { ...files, '02-年中调整': [...lines, (lines[1] ?? '').replace('50000.00', amount)] };
        expect(await execute(new ImportYear(folderOf(files), 2023, 'test'))).toMatchObject({ recorded: 1 });
        expect(await execute(new ImportYear(folderOf(files), 2023, 'test'))).toMatchObject({ recorded: 0 });
      }
    });
  });

  it('takes a row that was added, and a reason that was changed, and nothing else', async () => {
    await withApplication(async ({ execute }) => {
      await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'test'));
      const added = '2023-09-01,P10,支付,,500001,2010601,一般公共预算财政拨款,基本支出,,30101,1.00,工资';
      expect(await execute(new ImportYear(folderOf(append('04-支付', added)), 2023, 'test'))).toMatchObject({
        recorded: 1,
      });
      for (const reason of ['另一个原因', '人员减少，收回{收回}万元', '另一个原因']) {
        const files = changed(SMALL_YEAR, '07-差异原因', 1, `2010601,${reason}`);
        expect(await execute(new ImportYear(folderOf(files), 2023, 'test'))).toMatchObject({ recorded: 1 });
      }
    });
  });
});
