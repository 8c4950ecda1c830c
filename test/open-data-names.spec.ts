import { ExportDocument, ImportYear } from '@juesuan/application';
import { strFromU8, unzipSync } from 'fflate';
import { withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';

/** The published lines of a department whose project has this name. */
const spendingWith = (project: string): Promise<string> =>
  withApplication(async ({ execute, ask }) => {
    const renamed = Object.entries(SMALL_YEAR).map(([file, rows]) => [
      file,
      rows.map((row) => row.replaceAll('系统运维', project)),
    ]);
    await execute(new ImportYear(folderOf(Object.fromEntries(renamed) as typeof SMALL_YEAR), 2023, 'test'));
    const { files } = await ask(new ExportDocument({ unit: '500', year: 2023 }, 'standard'));
    const zip = files.find(({ name }) => name.endsWith('.zip'));
    return strFromU8(unzipSync(zip?.bytes ?? new Uint8Array())['data/spending.csv'] ?? new Uint8Array());
  });

test.each(["=cmd|'/c calc'!A0", '+1+1', '-2+3', '@SUM(1)', '＝1+1'])(
  'a project called %s is text in the published CSV, and no formula that a spreadsheet would compute',
  async (project) => {
    const spending = await spendingWith(project);
    expect(spending).toContain(`,'${project},`);
    expect(spending).not.toContain(`,${project},`);
  },
);
