import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExportDocument, type Exported, ImportYear } from '@juesuan/application';
import { readDocx } from '@juesuan/documents';
import { formatCell } from '@juesuan/disclosure';
import { parseYuan } from '@juesuan/kernel';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { withApplication } from './support/application';
import { faultsOfPackage } from './support/fiscal-data-package';

const CASES = join(__dirname, 'cases');

async function exported(name: string): Promise<Exported> {
  const [file = ''] = readdirSync(join(CASES, name, 'expected'));
  const { unit, year, profile } = JSON.parse(readFileSync(join(CASES, name, 'expected', file), 'utf8')) as {
    unit: string;
    year: number;
    profile: string;
  };
  return withApplication(async ({ execute, ask }) => {
    await execute(new ImportYear(join(CASES, name, 'input'), year, 'test'));
    return ask(new ExportDocument({ unit, year }, profile));
  });
}

const bytesOf = ({ files }: Exported, ending: string): Uint8Array => {
  const file = files.find(({ name }) => name.endsWith(ending));
  if (!file) throw new Error(`no file ${ending}`);
  return file.bytes;
};

describe.each(readdirSync(CASES))('the files of %s', (name) => {
  let all: Exported;
  beforeAll(async () => {
    all = await exported(name);
  });

  it('hold in the Word file the figures of every table, as the profile prints them', () => {
    const { tables } = readDocx(bytesOf(all, '.docx'));
    const { report } = all;
    // Small tables of the text may follow.
    const numbers = tables.slice(0, report.tables.length).map(([first]) => first?.[0]);
    expect(numbers).toEqual(report.tables.map(({ printedNumber }) => printedNumber));
    report.tables.forEach((table, index) => {
      const figures = table.rows.flatMap(({ values }) => values.map((value) => formatCell(value, report.profile)));
      const cells = new Map<string, number>();
      for (const text of tables[index]?.flat() ?? []) cells.set(text, (cells.get(text) ?? 0) + 1);
      const missing = figures.filter((text) => {
        const left = cells.get(text) ?? 0;
        cells.set(text, left - 1);
        return left === 0;
      });
      expect({ table: table.id, missing }).toEqual({ table: table.id, missing: [] });
    });
  });

  it('hold every sentence of the explanation, and list every heading', () => {
    const { headings, paragraphs, contents } = readDocx(bytesOf(all, '.docx'));
    const sentences = all.report.json.notes.flatMap(({ paragraphs: said }) => said.map(({ text }) => text));
    expect(sentences.filter((text) => !paragraphs.includes(text))).toEqual([]);
    for (const { title } of all.report.tables) expect(headings).toContainEqual({ level: 2, text: title });
    const listed = headings.filter(({ level }) => level <= 2);
    expect(contents?.length).toBe(listed.length);
    listed.forEach(({ text }, index) => expect(contents?.[index]).toMatch(new RegExp(`${text}$`)));
  });

  it('hold a picture for each chart of the text, that says the same figures aloud', () => {
    const { pictures, paragraphs } = readDocx(bytesOf(all, '.docx'));
    const charts = all.report.document.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'section' ? block.exhibits.flatMap((each) => (each.kind === 'chart' ? [each.chart] : [])) : [],
      ),
    );
    expect(pictures.length).toBe(charts.length);
    charts.forEach(({ title, points }, index) => {
      expect(paragraphs).toContain(title);
      for (const { name, figure } of points) expect(pictures[index]).toContain(`${name}${figure.text}万元`);
    });
  });

  it('hold an answer to every check, those of the printed page on the finished file', () => {
    const answers = new Map(all.report.checks.map(({ id, outcome, says }) => [id, { outcome, says }]));
    expect(answers.size).toBe(96);
    expect([...answers].filter(([, { says }]) => says === '')).toEqual([]);
    const paper = ['A24', 'B22', 'B23'].map((id) => answers.get(id)?.outcome);
    expect(paper).toEqual(all.report.isBudget ? ['notRun', 'notRun', 'notRun'] : ['held', 'held', 'held']);
    expect(answers.get('C27')?.outcome).toBe('held');
    if (!all.report.isBudget) expect(answers.get('B23')?.says).toContain('与目录一致');
  });

  it('hold a Fiscal Data Package that describes its files as they are', () => {
    const files = unzipSync(bytesOf(all, '.zip'));
    expect(faultsOfPackage(files)).toEqual([]);
    // The rules see what they are for: a descriptor that lost its currency, and data that changed afterwards.
    const { ['datapackage.json']: descriptor, ['data/spending.csv']: spending } = files;
    const withoutCurrency = strToU8(strFromU8(descriptor as Uint8Array).replace('"currency"', '"money"'));
    expect(faultsOfPackage({ ...files, 'datapackage.json': withoutCurrency })).toEqual([
      "/model/measures/amount must have required property 'currency'",
    ]);
    const changed = (spending as Uint8Array).map((byte, index) => (index === 20 ? byte ^ 1 : byte));
    expect(faultsOfPackage({ ...files, 'data/spending.csv': changed })).toContain('data/spending.csv has another hash');
  });

  it('hold open data of which every row is of its own: no two rows differ in nothing but the amount', () => {
    const zip = unzipSync(bytesOf(all, '.zip'));
    for (const file of ['data/spending.csv', 'data/tables.csv']) {
      const lines = strFromU8(zip[file] ?? new Uint8Array())
        .trim()
        .split('\r\n');
      const about = lines.map((line) => line.slice(0, line.lastIndexOf(',')));
      expect(about.length).toBeGreaterThan(2);
      expect(about.filter((one, index) => about.indexOf(one) !== index)).toEqual([]);
    }
  });

  it('hold open data whose executed amounts add up to the account', () => {
    const zip = unzipSync(bytesOf(all, '.zip'));
    const lines = strFromU8(zip['data/spending.csv'] ?? new Uint8Array())
      .trim()
      .split('\r\n');
    const executed = lines.filter((line) => line.includes(',executed,')).map((line) => line.split(',').at(-1) ?? '');
    const total = executed.reduce((sum, amount) => sum + parseYuan(amount), 0);
    const table = all.report.tables.find(({ id }) => id === '03');
    // A budget has no table 03 and nothing executed.
    expect(total).toBe(table?.rows.find(({ key }) => key === 'total')?.fen[0] ?? 0);
  });
});
