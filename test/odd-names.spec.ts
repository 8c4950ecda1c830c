import { CheckAccount, ExportDocument, ImportYear, LookAtPayment, ReportAccount } from '@juesuan/application';
import { withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';

const key = { unit: '500', year: 2023 };

/** The year with a name in the place of every name that an office gives, in every file that has one. */
const namedAll = (name: string): Record<string, readonly string[]> => ({
  ...SMALL_YEAR,
  '05-上年决算': ['指标,金额(万元)', `${name},1.00`],
  '06-其他事项': ['指标,数值,单位,说明', `${name},1,个,${name}`],
  '07-差异原因': ['功能分类科目,原因', `${name},${name}`],
  ...Object.fromEntries(
    ['01-年初预算', '02-年中调整', '04-支付'].map((file) => [
      file,
      (SMALL_YEAR[file] ?? []).map((line) => line.replace('系统运维', name).replace('P1,', `${name},`)),
    ]),
  ),
});

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  '“%s” is a name like any other, for a project, a voucher, a figure or a text',
  async (name) => {
    await withApplication(async ({ execute, ask }) => {
      const plain = await withApplication(async (other) => {
        await other.execute(new ImportYear(folderOf(namedAll('甲')), 2023, '会计'));
        return other.ask(new ReportAccount(key, 'standard'));
      });
      await execute(new ImportYear(folderOf(namedAll(name)), 2023, '会计'));
      const { json } = await ask(new ReportAccount(key, 'standard'));
      expect(json.tables).toEqual(plain.json.tables);
      expect((await ask(new CheckAccount(key, 'standard'))).length).toBeGreaterThan(0);
      expect(await ask(new LookAtPayment('500001', 2023, name))).toMatchObject({
        remaining: expect.any(Number) as number,
      });
    });
  },
);

it.each(['500/009', '..', '5'.repeat(33)])('“%s” is no unit’s code, and refused at its cell', async (code) => {
  const units = [...(SMALL_YEAR['00-单位'] ?? []), `${code},某中心,500,事业单位`];
  await withApplication(async ({ execute }) => {
    const refused = execute(new ImportYear(folderOf({ ...SMALL_YEAR, '00-单位': units }), 2023, '会计'));
    await expect(refused).rejects.toMatchObject({ errors: [{ file: '00-单位.csv', row: 5, column: '单位编码' }] });
  });
});

it('a name may end in figures: the 目录 lists all of it before the page', async () => {
  const units = (SMALL_YEAR['00-单位'] ?? []).map((row) => row.replace(/^(500001,[^,]*)/, '$1热线12345'));
  await withApplication(async ({ execute, ask }) => {
    await execute(new ImportYear(folderOf({ ...SMALL_YEAR, '00-单位': units }), 2023, '会计'));
    const { report } = await ask(new ExportDocument({ ...key, document: 'budget' }, 'hebei-2023'));
    expect(report.checks.find(({ id }) => id === 'C27')).toMatchObject({ outcome: 'held' });
  });
});
