import { ImportYear, ReportAccount, YearHistory } from '@juesuan/application';
import { withApplication } from './support/application';
import { type Files, folderOf, SMALL_YEAR } from './support/import-folder';

const HEADERS = '单位编码,资金性质,功能分类科目,金额(元)';
const BOOKED = '500001,一般公共预算财政拨款,2010601';
const withOpening = (...lines: string[]): Files => ({ ...SMALL_YEAR, '08-年初结转结余': lines });

it('an opening balance wrongly booked is taken back by a row of 08, and the right one booked anew', async () => {
  await withApplication(async ({ execute, ask }) => {
    const importing = (files: Files) => execute(new ImportYear(folderOf(files), 2023, 'officer'));
    const opening = async () => {
      const { json } = await ask(new ReportAccount({ unit: '500', year: 2023 }, 'standard'));
      return json.tables['01']?.rows.find(({ key }) => key === 'in.opening')?.values;
    };
    await importing(withOpening(HEADERS, `${BOOKED},90000.00`));
    expect(await opening()).toEqual(['9.00']);
    const corrected = withOpening(
      `${HEADERS},类型,事由`,
      `${BOOKED},90000.00,,`,
      `${BOOKED},90000.00,冲减,少写一个零`,
      `${BOOKED},900000.00,登记,`,
    );
    expect(await importing(corrected)).toMatchObject({ recorded: 2 });
    expect(await opening()).toEqual(['90.00']);
    expect(await importing(corrected)).toMatchObject({ recorded: 0 });
    const without = withOpening(`${HEADERS},类型,事由`, `${BOOKED},1.00,冲减,`);
    await expect(importing(without)).rejects.toThrow(/08-年初结转结余.csv 第 2 行“事由”栏/);
  });
});

it('what 非财政拨款结余 were used for and distributed to stands in table 01, less what a row of 11 takes back', async () => {
  await withApplication(async ({ execute, ask }) => {
    const importing = (...lines: string[]) =>
      execute(new ImportYear(folderOf({ ...SMALL_YEAR, '11-结余使用': lines }), 2023, 'officer'));
    const moved = async () => {
      const { json } = await ask(new ReportAccount({ unit: '500', year: 2023 }, 'standard'));
      const rows = json.tables['01']?.rows ?? [];
      return ['in.useOfSurplus', 'out.distribution'].map((key) => rows.find((row) => row.key === key)?.values);
    };
    const header = '日期,单位编码,去向,金额(元),用途';
    const used = '2023-12-20,500001,使用非财政拨款结余,50000.00,弥补收支差额';
    const distributed = '2023-12-25,500001,结余分配,12000.00,提取专用基金';
    await importing(header, used, distributed);
    expect(await moved()).toEqual([['5.00'], ['1.20']]);
    const rows = [`${header},类型,事由`, `${used},,`, `${distributed},登记,`];
    const back = '2023-12-31,500001,结余分配,2000.00,提取专用基金,冲减,比例算错';
    expect(await importing(...rows, back)).toMatchObject({ recorded: 1 });
    expect(await moved()).toEqual([['5.00'], ['1.00']]);
    expect(await importing(...rows, back)).toMatchObject({ recorded: 0 });
    await expect(importing(...rows, back.replace('2000.00', '99999.00'))).rejects.toThrow(/11-结余使用.csv 第 4 行/);
    await expect(importing(header, used.replace('使用非财政拨款结余', '提取'))).rejects.toThrow(/“去向”栏（值“提取”）/);
  });
});

describe('上年结转 of 财政拨款', () => {
  const CARRIED =
    '测财〔2023〕8号,2023-03-01,上年结转,500001,2010607,一般公共预算财政拨款,项目支出,系统运维,1000.00,续建';
  const withCarryover = (...opening: string[]): Files => ({
    ...SMALL_YEAR,
    '02-年中调整': [...(SMALL_YEAR['02-年中调整'] ?? []), CARRIED],
    '08-年初结转结余': [`${HEADERS},类型,事由`, ...opening],
  });
  const carryoverOf = (...imports: Files[]) =>
    withApplication(async ({ execute, ask }) => {
      for (const files of imports) await execute(new ImportYear(folderOf(files), 2023, 'officer'));
      const { entries } = await ask(new YearHistory('500001', 2023, {}));
      return entries.flatMap(({ event: { type, data } }) =>
        type === 'CarryoverBroughtIn' && data.purpose === '续建' ? data.carryover : [],
      );
    });

  it('is in the books where an opening balance of its source stays, also one recorded before', async () => {
    expect(await carryoverOf(withCarryover(`${BOOKED},90000.00,,`))).toEqual(['book']);
    const before = withOpening(HEADERS, `${BOOKED},90000.00`);
    expect(await carryoverOf(before, { ...withCarryover(), '08-年初结转结余': [HEADERS] })).toEqual(['book']);
  });

  it('is issued anew where none stays, also where it was taken back', async () => {
    expect(await carryoverOf(withCarryover())).toEqual(['reissued']);
    const takenBack = [`${BOOKED},90000.00,,`, `${BOOKED},90000.00,冲减,记错资金性质`];
    expect(await carryoverOf(withCarryover(...takenBack))).toEqual(['reissued']);
    expect(await carryoverOf(withOpening(HEADERS, `${BOOKED},90000.00`), withCarryover(...takenBack))).toEqual([
      'reissued',
    ]);
  });
});
