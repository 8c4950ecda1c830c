import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDataFile } from '../support/command-line';
import { folderOf, SMALL_YEAR } from '../support/import-folder';

const YEAR = ['--year', '2023'];

it('a report is headed by what it is of, and says which units it holds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-heading-'));
  const { '00-单位': units = [], ...files } = SMALL_YEAR;
  await withDataFile(async (type) => {
    const below = '500001001,所属馆,500001,事业单位';
    await type('import', folderOf({ ...files, '00-单位': [...units, below] }), ...YEAR);
    const report = async (unit: string) => (await type('report', '--unit', unit, ...YEAR, '--out', folder)).text;
    const department = await report('500');
    expect(department).toMatch(/2023年度部门决算（金额单位：万元）/);
    expect(await report('500001')).toMatch(/2023年度单位决算（金额单位：万元）[^]*本表含所属 1 个单位：500001001。/);
    expect(await report('500001001')).not.toMatch(/本表含所属/);
  });
  rmSync(folder, { recursive: true });
});

it('a budget report names the basic expenditure that its table by economic item cannot hold', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-budget-'));
  const { '00-单位': units = [], '01-年初预算': budget = [] } = SMALL_YEAR;
  const without = '500001,2010601,一般公共预算财政拨款,基本支出,,,本年预算,12345.60';
  await withDataFile(async (type) => {
    await type('import', folderOf({ '00-单位': units, '01-年初预算': budget }), ...YEAR);
    const report = (): Promise<{ text: string }> => type('report', '--unit', '500', ...YEAR, '--out', folder);
    expect((await report()).text).not.toMatch(/没有经济分类科目/);
    await type('import', folderOf({ '00-单位': units, '01-年初预算': [...budget, without] }), ...YEAR);
    expect((await report()).text).toMatch(/基本支出中 2010601 1\.23 万元 没有经济分类科目，未列入基本支出表/);
  });
  await withDataFile(async (type) => {
    const header = budget[0] ?? '';
    await type('import', folderOf({ '00-单位': units, '01-年初预算': [header, without] }), ...YEAR);
    await type('report', '--unit', '500', ...YEAR, '--out', folder);
    const text = readFileSync(join(folder, 'budget.json'), 'utf8');
    // Nobody said how it divides: what is not known is not nothing.
    expect(text).toMatch(/基本支出1\.23万元；项目支出0\.00万元/);
    expect(text).not.toMatch(/人员经费0/);
  });
  rmSync(folder, { recursive: true });
});
