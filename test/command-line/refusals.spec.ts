import { changed, folderOf, SMALL_YEAR } from '../support/import-folder';
import { type said, withDataFile } from '../support/command-line';

const YEAR = ['--year', '2023'];
const DEPARTMENT = ['--unit', '500', ...YEAR];

const withYear = (work: (type: typeof said) => Promise<void>): Promise<void> =>
  withDataFile(async (type) => {
    await type('import', folderOf(SMALL_YEAR), ...YEAR);
    await work(type);
  });

it('ends a rule with one stop, whether or not advice follows', async () => {
  await withYear(async (type) => {
    const wrong = changed(SMALL_YEAR, '04-支付', 3, '2023-02-30,P3,支付,,,,,,,,0.001,');
    const { status, text } = await type('import', folderOf(wrong), ...YEAR);
    expect(status).toBe(1);
    expect(text).toMatch(/日期.*；请更正此格/);
    expect(text).not.toMatch(/。；|。。/);
  });
});

it('refuses to explain a row that there cannot be, and explains one that is zero', async () => {
  await withYear(async (type) => {
    const why = (row: string) => type('why', ...DEPARTMENT, '--table', '05', '--row', row);
    expect(await why('9999999')).toMatchObject({ status: 1, text: expect.stringContaining('没有“9999999”这一行') });
    expect(await why('2080199')).toMatchObject({ status: 0, text: expect.stringContaining('此数为零') });
  });
});

it('names the units there are where somebody asks for one that is not', async () => {
  await withYear(async (type) => {
    const { status, text } = await type('check', '--unit', '501', ...YEAR);
    expect(status).toBe(1);
    expect(text).toMatch(/2023 年度没有单位 501[^]*2023 年度有：500 /);
  });
});

it.each([['report', '--out', '/nowhere'], ['check'], ['why', '--table', '05', '--row', 'total']])(
  'refuses %s as of a day outside the year',
  async (...words) => {
    await withYear(async (type) => {
      const { status, text } = await type(...words, ...DEPARTMENT, '--as-of', '2022-06-30');
      expect(status).toBe(1);
      expect(text).toMatch(/截至日期 2022-06-30 不在 2023 财政年度内，请填 2023-01-01 至 2023-12-31 之间的一天/);
    });
  },
);
