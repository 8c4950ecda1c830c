import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportYear, ListLines, ReportAccount, YearHistory } from '@juesuan/application';
import type { ImportRefused } from '@juesuan/documents';
import { writeXlsx } from 'hucre/xlsx';
import { type TestApplication, withApplication } from './support/application';
import { type Files, folderOf, SMALL_YEAR } from './support/import-folder';

const FREEZES = '10-冻结解冻';
const PAYMENTS = '04-支付';
const LINE = '500001,2010607,一般公共预算财政拨款,项目支出,系统运维';
const PAYMENT_HEADER = `${SMALL_YEAR[PAYMENTS]?.[0]},冻结编号`;

/** The small year with a contract: 15 万元 are held, 5 万元 of them released, 8 万元 paid out of what is left. */
const WITH_CONTRACT: Files = {
  ...SMALL_YEAR,
  [FREEZES]: [
    '日期,冻结编号,类型,单位编码,功能分类科目,资金性质,支出类型,项目名称,金额(元),事由',
    `2023-05-01,HT-1,冻结,${LINE},150000.00,运维合同`,
    '2023-06-01,HT-1,解冻,500001,,,,,50000.00,',
  ],
  [PAYMENTS]: [
    PAYMENT_HEADER,
    ...(SMALL_YEAR[PAYMENTS] ?? []).slice(1).map((row) => `${row},`),
    `2023-07-01,P10,支付,,${LINE},30227,80000.00,合同首款,HT-1`,
  ],
  '05-上年预算': ['指标,金额(万元)', '预算总额,180.00', '基本支出,120.00'],
};

/** The same rows as sheets of one workbook; amounts are numbers, as offices keep them. */
async function workbookOf(files: Files, hidden = ''): Promise<string> {
  const cell = (text: string): string | number => (/^-?\d+\.\d\d$/.test(text) ? Number(text) : text);
  const sheets = Object.entries(files).map(([name, lines]) => ({
    name,
    rows: lines.map((line) => line.split(',').map(cell)),
    hidden: name === hidden,
  }));
  const path = join(folderOf({}), '2023年度.xlsx');
  writeFileSync(path, await writeXlsx({ sheets }));
  return path;
}

/** The contract's line as it stands: frozen, paid and left, in 元. */
async function contract({ ask }: TestApplication): Promise<unknown> {
  const { lines } = await ask(new ListLines({ unit: '500001', year: 2023 }));
  const found = lines.find(({ line }) => line.item === '2010607');
  return found && { frozen: found.frozen / 100, paid: found.paid / 100, available: found.available / 100 };
}

const importing = ({ execute }: TestApplication, files: Files) =>
  execute(new ImportYear(folderOf(files), 2023, 'officer'));

it('a hidden sheet of a workbook is read, and told', async () => {
  await withApplication(async ({ execute }) => {
    const workbook = await workbookOf(SMALL_YEAR, PAYMENTS);
    const { notices } = await execute(new ImportYear(workbook, 2023, 'officer'));
    expect(notices).toEqual(['2023年度.xlsx［04-支付］ 是隐藏的工作表，已照样读入；不该导入的请从工作簿中删去。']);
  });
});

describe('freezes by import', () => {
  it('hold quota, are released in part, and are used up by the payment that names them', async () => {
    await withApplication(async (application) => {
      await importing(application, WITH_CONTRACT);
      expect(await contract(application)).toEqual({ frozen: 20_000, paid: 180_000, available: 100_000 });
      expect(await importing(application, WITH_CONTRACT)).toMatchObject({ recorded: 0 });
    });
  });

  it.each([
    [
      'more is released than is held',
      FREEZES,
      2,
      '50000.00',
      '150000.01',
      FREEZES,
      3,
      '金额(元)',
      /尚余 150,000.00 元/,
    ],
    ['a freeze that is none is released', FREEZES, 2, 'HT-1', 'HT-9', FREEZES, 3, '冻结编号', /没有编号为 HT-9 的冻结/],
    ['a payment names a freeze that is none', PAYMENTS, 10, 'HT-1', 'HT-9', PAYMENTS, 11, '冻结编号', /HT-9/],
    [
      'a payment names a freeze of another line',
      PAYMENTS,
      9,
      '接待,',
      '接待,HT-1',
      PAYMENTS,
      10,
      '冻结编号',
      /属于另一指标/,
    ],
  ])('are refused where %s', async (_what, name, line, from, to, file, row, column, says) => {
    await withApplication(async (application) => {
      const text = WITH_CONTRACT[name]?.[line] ?? '';
      expect(text).toContain(from);
      const lines = (WITH_CONTRACT[name] ?? []).with(line, text.replace(from, to));
      const refused = await importing(application, { ...WITH_CONTRACT, [name]: lines }).catch(
        (error: unknown) => error,
      );
      expect((refused as ImportRefused).errors).toContainEqual(
        expect.objectContaining({ file: `${file}.csv`, row, column, rule: expect.stringMatching(says) }),
      );
    });
  });
});

it('tells last year’s budget beside this year’s', async () => {
  await withApplication(async (application) => {
    const { ask } = application;
    const [units = [], budget = [], before = []] = ['00-单位', '01-年初预算', '05-上年预算'].map(
      (name) => WITH_CONTRACT[name],
    );
    await importing(application, { '00-单位': units, '01-年初预算': budget, '05-上年预算': before });
    const { json, isBudget } = await ask(new ReportAccount({ unit: '500', year: 2023 }, 'standard'));
    expect(isBudget).toBe(true);
    const said = json.notes.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    expect(said).toContainEqual(expect.stringMatching(/214\.00万元，与2022年预算相比，.*34\.00万元/));
    const { entries } = await ask(new YearHistory('500', 2023, { types: ['PriorYearAccountRecorded'] }));
    expect(entries.map(({ unit, event }) => [unit, 'document' in event.data && event.data.document])).toEqual([
      ['500', 'budget'],
      ['500', 'budget'],
    ]);
  });
});

it('takes a workbook with the files as sheets for the same year', async () => {
  await withApplication(async (application) => {
    const fromWorkbook = await application.execute(new ImportYear(await workbookOf(WITH_CONTRACT), 2023, 'officer'));
    expect(fromWorkbook).toMatchObject({ repeated: 0, notices: [] });
    expect(await contract(application)).toEqual({ frozen: 20_000, paid: 180_000, available: 100_000 });
    expect(await importing(application, WITH_CONTRACT)).toMatchObject({ recorded: 0, rows: fromWorkbook.rows });
  });
});

it('knows a disclosed number again however it is written, and prints it as it was typed first', async () => {
  await withApplication(async (application) => {
    const telling = (value: string) =>
      importing(application, {
        ...WITH_CONTRACT,
        '06-其他事项': ['指标,数值,单位,说明', `公务接待费,${value},万元,调研`],
      });
    expect((await telling('"1,240.50"')).recorded).toBeGreaterThan(0);
    for (const same of ['1240.50', '1240.5', '"1,240.500"']) expect(await telling(same)).toMatchObject({ recorded: 0 });
    const { entries } = await application.ask(new YearHistory('500', 2023, { types: ['DisclosureRecorded'] }));
    expect(entries.map(({ event }) => 'value' in event.data && event.data.value)).toEqual(['1,240.50']);
    for (const other of ['1240.05', '12405', '01240.5']) expect(await telling(other)).toMatchObject({ recorded: 1 });
  });
});

it('says of a sheet’s bad cell in which sheet it stands', async () => {
  await withApplication(async ({ execute }) => {
    const rows = (WITH_CONTRACT[PAYMENTS] ?? []).with(
      1,
      (WITH_CONTRACT[PAYMENTS]?.[1] ?? '').replace('2010601', '2019998'),
    );
    const path = await workbookOf({ ...WITH_CONTRACT, [PAYMENTS]: rows });
    const refused = await execute(new ImportYear(path, 2023, 'officer')).catch((error: unknown) => error);
    expect((refused as ImportRefused).errors[0]).toMatchObject({
      file: '2023年度.xlsx［04-支付］',
      row: 2,
      column: '功能分类科目',
    });
  });
});
