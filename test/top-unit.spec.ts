import { ImportYear, YearHistory } from '@juesuan/application';
import { ImportRefused } from '@juesuan/documents';
import { type TestApplication, withApplication } from './support/application';
import { changed, type Files, folderOf, SMALL_YEAR } from './support/import-folder';

const [UNITS_HEADER = '', TOP = '', ...BELOW] = SMALL_YEAR['00-单位'] ?? [];
const units = (...rows: string[]): Files => ({ '00-单位': [UNITS_HEADER, ...rows] });
const REASON: Files = { '07-差异原因': ['功能分类科目,原因', '2010601,另一个原因'] };

const importing = ({ execute }: TestApplication, files: Files) =>
  execute(new ImportYear(folderOf(files), 2023, 'officer'));

/** The units on whose account a reason was recorded, one for each time. */
async function explained({ ask }: TestApplication, top: string): Promise<string[]> {
  const { entries } = await ask(new YearHistory(top, 2023, { types: ['VarianceReasonRecorded'] }));
  return entries.map(({ unit }) => unit);
}

/** The cells that an import was refused for. */
async function refusedFor(application: TestApplication, files: Files): Promise<ImportRefused['errors']> {
  const refused = await importing(application, files).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ImportRefused);
  return (refused as ImportRefused).errors;
}

describe('the account that last year’s figures, other facts and reasons belong to', () => {
  it('is the top of the tree of units, wherever its row stands', async () => {
    await withApplication(async (application) => {
      await importing(application, { ...SMALL_YEAR, ...units(...BELOW, TOP) });
      expect(await explained(application, '500')).toEqual(['500']);
      expect(await importing(application, SMALL_YEAR)).toMatchObject({ recorded: 0 });
    });
  });

  it('stays the department when a later import lists only a new unit below it', async () => {
    await withApplication(async (application) => {
      await importing(application, SMALL_YEAR);
      await importing(application, { ...units('500003,新设单位,500,事业单位'), ...REASON });
      expect(await explained(application, '500')).toEqual(['500', '500']);
    });
  });

  it('is the import’s own department where the year knows another one too', async () => {
    await withApplication(async (application) => {
      await importing(application, SMALL_YEAR);
      await importing(application, { ...units('600,另一局,,部门', '600001,另一局本级,600,行政单位'), ...REASON });
      expect(await explained(application, '600')).toEqual(['600']);
      expect(await explained(application, '500')).toEqual(['500']);
    });
  });

  it('is a single unit whose department is in another place, which is told', async () => {
    await withApplication(async (application) => {
      const { notices } = await importing(application, { ...units('700001,某中心,700,事业单位'), ...REASON });
      expect(await explained(application, '700001')).toEqual(['700001']);
      expect(notices).toEqual([expect.stringMatching(/00-单位.csv 第 2 行.*700001.*700/)]);
    });
  });
});

describe('an import of two departments', () => {
  it('is refused at both, with what to do', async () => {
    await withApplication(async (application) => {
      const errors = await refusedFor(application, {
        ...SMALL_YEAR,
        ...units(TOP, ...BELOW, '600,另一局,,部门', '600001,另一局本级,600,行政单位'),
      });
      expect(errors.map(({ row, column, value }) => [row, column, value])).toEqual([
        [2, '上级单位编码', ''],
        [5, '上级单位编码', ''],
      ]);
      expect(errors[0]?.rule).toMatch(/500、600/);
      expect(errors[0]?.advice).toMatch(/分开导入/);
    });
  });

  it('is what a mistyped parent looks like, and is then refused at that row alone', async () => {
    await withApplication(async (application) => {
      const errors = await refusedFor(application, changed(SMALL_YEAR, '00-单位', 3, '500002,测试中心,50,事业单位'));
      expect(errors).toEqual([expect.objectContaining({ row: 4, column: '上级单位编码', value: '50' })]);
      expect(errors[0]?.rule).toMatch(/不在 00-单位 中/);
    });
  });
});

it('refuses a unit that is its own parent, and says so', async () => {
  await withApplication(async (application) => {
    const errors = await refusedFor(
      application,
      changed(SMALL_YEAR, '00-单位', 2, '500001,测试局本级,500001,行政单位'),
    );
    expect(errors).toEqual([
      expect.objectContaining({ row: 3, column: '上级单位编码', value: '500001', rule: expect.stringMatching(/自己/) }),
    ]);
  });
});
