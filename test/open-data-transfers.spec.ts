import { ExportDocument, ImportYear } from '@juesuan/application';
import { strFromU8, unzipSync } from 'fflate';
import { withApplication } from './support/application';
import { type Files, folderOf, SMALL_YEAR } from './support/import-folder';

const GRANT = '500001,2010601,事业收入,对附属单位补助支出,,39999';
const WITH_GRANT: Files = {
  ...SMALL_YEAR,
  '01-年初预算': [
    ...(SMALL_YEAR['01-年初预算'] ?? []),
    '500001,2010601,事业收入,对附属单位补助支出,,,本年预算,400000.00',
    '500002,2010605,上级补助收入,基本支出,,,本年预算,300000.00',
  ],
  '03-收入': [...(SMALL_YEAR['03-收入'] ?? []), '2023-03-03,S900,500002,上级补助收入,2010605,250000.00,补助'],
  '04-支付': [...(SMALL_YEAR['04-支付'] ?? []), `2023-03-02,P900,支付,,${GRANT},400000.00,补助`],
};

/** How the package describes its data, and what the CSV of lines comes to in a phase beside the table’s total, in 元. */
const published = (files: Files, document: 'budget' | 'final', phase: string, table: string) =>
  withApplication(async ({ execute, ask }) => {
    await execute(new ImportYear(folderOf(files), 2023, '会计'));
    const { report, files: made } = await ask(new ExportDocument({ unit: '500', year: 2023, document }, 'standard'));
    const zip = unzipSync(made.find(({ name }) => name.endsWith('.zip'))?.bytes ?? new Uint8Array());
    const textOf = (name: string): string => strFromU8(zip[name] ?? new Uint8Array());
    const { resources } = JSON.parse(textOf('datapackage.json')) as { resources: { description: string }[] };
    const lines = textOf('data/spending.csv')
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const ofPhase = lines
      .filter((cells) => cells.at(-2) === phase)
      .map((cells) => Math.round(Number(cells.at(-1)) * 100));
    const total = report.json.tables[table]?.rows.find(({ key }) => key === 'total')?.values[0];
    return { told: resources[0]?.description, over: ofPhase.reduce((a, b) => a + b, 0) / 1e6 - Number(total) };
  });

it.each([
  ['budget', 'approved', 'Y03', 30],
  ['final', 'executed', '03', 25],
] as const)(
  'lines are the units’ own: the %s’s package says what its table has less',
  async (document, phase, table, off) => {
    const { told, over } = await published(WITH_GRANT, document, phase, table);
    expect(over).toBeCloseTo(off, 1);
    expect(told).toBe(
      `各单位各条指标的金额，单位之间的往来没有抵销。阶段为 ${phase} 的各行合计，减去单位之间的对附属单位补助支出 ${off}.00 万元，即 ${table} 表的合计。`,
    );
  },
);

it('where nothing went between units, there is nothing to take off', async () => {
  const { told, over } = await published(SMALL_YEAR, 'final', 'executed', '03');
  expect(over).toBeCloseTo(0, 1);
  expect(told).toBe('各单位各条指标的金额，单位之间的往来没有抵销。');
});
