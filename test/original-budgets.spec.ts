import { ImportYear, ReportAccount, WhyFigure } from '@juesuan/application';
import { withApplication } from './support/application';
import { type Files, folderOf, SMALL_YEAR } from './support/import-folder';

const [HEADERS = '', ...ROWS] = SMALL_YEAR['01-年初预算'] ?? [];
const ITEM = '500001,2010607,一般公共预算财政拨款,项目支出,系统运维,,本年预算';
/** The initial budgets with more rows of the small department's maintenance project. */
const withRows = (...rows: string[]): Files => ({
  ...SMALL_YEAR,
  '01-年初预算': [`${HEADERS},类型,事由`, ...ROWS.map((row) => `${row},,`), ...rows.map((row) => `${ITEM},${row}`)],
});

it('an initial budget wrongly entered is taken back by a row of 01, and the right one entered anew', async () => {
  await withApplication(async ({ execute, ask }) => {
    const importing = (files: Files) => execute(new ImportYear(folderOf(files), 2023, 'officer'));
    const planned = async () => {
      const { json } = await ask(new ReportAccount({ unit: '500001', year: 2023 }, 'standard'));
      return json.items.find(({ code }) => code === '2010607');
    };
    await importing(SMALL_YEAR);
    const before = await planned();
    expect(before).toMatchObject({ original: '30.00' });
    const rows = ['40000.00,冲减,多录四万元', '10000.00,登记,'];
    const corrected = withRows(...rows);
    expect(await importing(corrected)).toMatchObject({ recorded: 2 });
    expect(await planned()).toMatchObject({ original: '27.00' });
    expect(await importing(corrected)).toMatchObject({ recorded: 0 });
    await expect(importing(withRows(...rows, '270000.01,冲减,全部'))).rejects.toThrow(
      /01-年初预算.csv 第 10 行.*登记的金额为 270,000.00 元，不能冲减 270,000.01 元/,
    );
    const why = await ask(new WhyFigure({ unit: '500001', year: 2023 }, { item: '2010607' }, 'standard'));
    const originals = why.parts.flatMap(({ entries }) => entries.filter(({ entry }) => entry.measure === 'original'));
    expect(originals.map(({ entry }) => entry.amount)).toEqual([30_000_000, 1_000_000, -4_000_000]);
  });
});
