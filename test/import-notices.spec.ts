import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { ImportYear } from '@juesuan/application';
import { withApplication } from './support/application';
import { type Files, folderOf, SMALL_YEAR } from './support/import-folder';

const CASES = join(__dirname, 'cases');

const noticesFor = (files: Files): Promise<readonly string[]> =>
  withApplication(async ({ execute }) => (await execute(new ImportYear(folderOf(files), 2023, 'officer'))).notices);

/** The small year with one file's lines said once more, and more lines. */
const withLines = (name: string, ...lines: string[]): Files => ({
  ...SMALL_YEAR,
  [name]: [...(SMALL_YEAR[name] ?? []), ...lines],
});
const lineOf = (name: string, line: number): string => SMALL_YEAR[name]?.[line] ?? '';

describe('equal rows of one import', () => {
  it.each([
    ['01-年初预算', 1, '第 2、8 行', '“类型”为冲减'],
    ['02-年中调整', 1, '第 2、8 行', '以新的文号反向调整'],
    ['08-年初结转结余', 1, '第 2、3 行', '“类型”为冲减'],
  ])('of %s both count, and both are named, with how one is taken back', async (name, line, places, undone) => {
    await withApplication(async ({ execute }) => {
      const once = await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer', undefined, true));
      const twice = folderOf(withLines(name, lineOf(name, line)));
      const { recorded, notices } = await execute(new ImportYear(twice, 2023, 'officer'));
      expect(recorded).toBe(once.recorded + 1);
      expect(notices).toEqual([expect.stringContaining(`${name}.csv ${places}完全相同`)]);
      expect(notices).toEqual([expect.stringContaining(undone)]);
      expect(await execute(new ImportYear(twice, 2023, 'officer'))).toMatchObject({ recorded: 0, notices });
    });
  });

  it('are named across two files of one kind', async () => {
    const files = { ...SMALL_YEAR, '02-年中调整-补': [lineOf('02-年中调整', 0), lineOf('02-年中调整', 1)] };
    expect(await noticesFor(files)).toEqual([
      expect.stringMatching(/02-年中调整(-补)?\.csv 第 2 行、02-年中调整(-补)?\.csv 第 2 行完全相同/),
    ]);
  });

  it('of one voucher are one payment, named, and none of them was recorded before', async () => {
    await withApplication(async ({ execute }) => {
      const twice = folderOf(withLines('04-支付', lineOf('04-支付', 1)));
      const { rows, recorded, repeated, notices } = await execute(new ImportYear(twice, 2023, 'officer'));
      expect({ recorded, repeated }).toEqual({ recorded: rows - 1, repeated: 0 });
      const last = SMALL_YEAR['04-支付']?.length ?? 0;
      expect(notices).toEqual([
        expect.stringMatching(`^04-支付\\.csv 第 2、${last + 1} 行凭证号相同、各栏也相同，只记一次`),
      ]);
      const again = await execute(new ImportYear(twice, 2023, 'officer'));
      expect(again).toMatchObject({ recorded: 0, repeated: rows - 1, notices });
    });
  });
});

describe('the sums of the files', () => {
  it('are told in 元 and 万元, kind by kind, in a trial too', async () => {
    await withApplication(async ({ execute }) => {
      const { totals } = await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer', undefined, true));
      expect(totals).toEqual([
        '01-年初预算 6 行：登记 2,140,000.00 元（214.00 万元）',
        '02-年中调整 6 行：追加 50,000.00 元（5.00 万元）；调剂转出 20,000.00 元（2.00 万元）；调剂转入 20,000.00 元（2.00 万元）；' +
          '上年结转 10,000.01 元（1.00 万元）；追减 30,000.00 元（3.00 万元）；收回 20,000.00 元（2.00 万元）',
        '03-收入 3 行：登记 1,550,000.55 元（155.00 万元）',
        '04-支付 9 行：支付 846,000.05 元（84.60 万元）；退回 20,000.00 元（2.00 万元）；更正 5,000.00 元（0.50 万元）',
        '08-年初结转结余 1 行：登记 10,000.01 元（1.00 万元）',
        '09-三公预算 1 行：公务接待费 1,500.00 元（0.15 万元）',
      ]);
    });
  });
});

describe('a project that is missing, and one where there should be none', () => {
  it('are told by file, with their rows', async () => {
    const files = withLines(
      '01-年初预算',
      '500001,2010607,一般公共预算财政拨款,项目支出,,,本年预算,1.00',
      '500001,2010601,一般公共预算财政拨款,基本支出,工资,30101,本年预算,2.00',
    );
    expect(await noticesFor(files)).toEqual([
      expect.stringMatching(/01-年初预算\.csv 第 8 行是项目支出而没有项目名称/),
      expect.stringMatching(/01-年初预算\.csv 第 9 行是基本支出而有项目名称/),
    ]);
  });
});

describe('a name of 05 or 06 that no publication asks for', () => {
  it('is recorded, and told by file with its row', async () => {
    const misspelt = {
      ...withLines('05-上年决算', '收入支出总记,1.00'),
      '06-其他事项': withLines('06-其他事项', '车辆:皮卡,1,辆,', '公务接持人次,9,人次,')['06-其他事项'] ?? [],
    };
    expect(await noticesFor(misspelt)).toEqual([
      expect.stringMatching(/^05-上年决算\.csv 中 “收入支出总记”（第 3 行）没有一种公开格式的正文用到，已照样记录/),
      expect.stringMatching(/^06-其他事项\.csv 中 “公务接持人次”（第 4 行）没有/),
    ]);
  });
});

it.each(['small year', ...readdirSync(CASES)])('nothing is noticed about ordinary files: %s', async (name) => {
  await withApplication(async ({ execute }) => {
    const folder = name === 'small year' ? folderOf(SMALL_YEAR) : join(CASES, name, 'input');
    const { notices } = await execute(new ImportYear(folder, name.endsWith('2022') ? 2022 : 2023, 'officer'));
    expect(notices).toEqual([]);
  });
});
