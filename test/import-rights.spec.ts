import { mayTouch, type Role } from '@juesuan/access';
import { ImportYear } from '@juesuan/application';
import { startApplication, type TestApplication } from './support/application';
import { type Files, folderOf, SMALL_YEAR } from './support/import-folder';

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
  await application.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, '命令行'));
  await application.execute(new ImportYear(folderOf(units('700,财政局,,部门')), 2023, '命令行'));
});
afterAll(() => application.close());

/** What trying an import comes to: how many would be recorded, or the code and the words it is refused with. */
async function tried(role: Role, own: string, files: Files, year: number): Promise<unknown> {
  const may = (unit: string, tree: Parameters<typeof mayTouch>[2]) =>
    mayTouch({ roles: [role], units: [own] }, unit, tree);
  const command = new ImportYear(folderOf(files), year, '经办人', undefined, true, may);
  return application.execute(command).then(
    ({ recorded }) => recorded,
    ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
  );
}

const units = (...rows: string[]): Files => ({ '00-单位': ['单位编码,单位名称,上级单位编码,单位类型', ...rows] });
const DEPARTMENT = '500,测试局,,部门';
const OFFICE = '500001,测试局本级,500,行政单位';
const foreign = (unit: string) =>
  expect.stringMatching(new RegExp(`^unit-not-permitted: 其中单位 ${unit} 不在`)) as unknown;

describe('a year that an import would open', () => {
  it.each([
    ['the department and what stood below it', '500', [DEPARTMENT, OFFICE], 2],
    ['a unit below the department it stood below', '500001', [OFFICE], 1],
    ['a department nobody knew, by its own officer', '600', ['600,新设局,,部门'], 1],
    ['another department, below one’s own', '500', [DEPARTMENT, '700,财政局,500,部门'], foreign('700')],
    ['a unit that no year knows, below one’s own', '500', [DEPARTMENT, '500003,新中心,500,事业单位'], 2],
    ['a whole department that no year knows', '600', ['600,新设局,,部门', '600001,新设局本级,600,行政单位'], 2],
    [
      'a unit below it, by the officer of another',
      '500',
      ['600,新设局,,部门', '600001,新设局本级,600,行政单位'],
      foreign('600、600001'),
    ],
    ['one’s own, below another department', '500', ['500,测试局,600,部门'], foreign('600')],
    [
      'one’s own unit, out of its department and below another',
      '500001',
      ['500001,测试局本级,600,行政单位'],
      foreign('600'),
    ],
  ])('opens %s', async (_, own, rows, outcome) => {
    expect(await tried('officer', own, units(...rows), 2024)).toEqual(outcome);
    expect(await tried('administrator', own, units(...rows), 2024)).toBe(rows.length);
  });
});

it('another’s unit is refused in the same words whether it exists or not', async () => {
  const quota = (unit: string): Files => ({
    '01-年初预算': [
      '单位编码,功能分类科目,资金性质,支出类型,项目名称,经济分类科目,指标来源,金额(元)',
      `${unit},2010601,一般公共预算财政拨款,基本支出,,30101,本年预算,1.00`,
    ],
  });
  const said = async (unit: string) =>
    String(await tried('officer', '999', quota(unit), 2023)).replaceAll(unit, '某单位');
  expect(await said('500001')).toContain('其中单位 某单位 不在您的权限范围内');
  expect(await said('888001')).toBe(await said('500001'));
});
