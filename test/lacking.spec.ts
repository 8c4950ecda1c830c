import { ImportYear, type Report, ReportAccount } from '@juesuan/application';
import { withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';

const HEADERS: Readonly<Record<string, string>> = {
  '05-上年决算': '指标,金额(万元)',
  '05-上年预算': '指标,金额(万元)',
  '06-其他事项': '指标,数值,单位,说明',
  '07-差异原因': '功能分类科目,原因',
};
const REST: Readonly<Record<string, string>> = { '06-其他事项': '1,万元,', '07-差异原因': '业务量变化' };

/** The rows that a report asks for, filled with anything that fits. */
function answersTo({ lacking }: Report): Record<string, string[]> {
  const files: Record<string, string[]> = {};
  for (const { file, name } of lacking) (files[file] ??= [HEADERS[file] ?? '']).push(`${name},${REST[file] ?? '1.00'}`);
  return files;
}

it.each([
  ['hunan-2022', 'final'],
  ['shandong-2022', 'final'],
  ['hebei-2023', 'budget'],
] as const)(
  'what a document waits for is no longer lacking once its rows are imported: %s %s',
  async (profile, document) => {
    await withApplication(async ({ execute, ask }) => {
      await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
      const report = (): Promise<Report> => ask(new ReportAccount({ unit: '500', year: 2023, document }, profile));
      let asked = await report();
      expect(asked.lacking.map(({ name }) => name)).toEqual(expect.arrayContaining(['主要职责', '机构设置']));
      // A year that is told asks for the reasons of what it is compared with.
      for (let round = 0; round < 3 && asked.lacking.length > 0; round += 1) {
        await execute(new ImportYear(folderOf(answersTo(asked)), 2023, 'officer'));
        asked = await report();
      }
      expect(asked.lacking).toEqual([]);
      const text = asked.json.notes.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text)).join('');
      expect(text).not.toContain('待补充');
    });
  },
);
