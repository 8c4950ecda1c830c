import { EVENT_STORE, ImportYear } from '@juesuan/application';
import { ImportRefused } from '@juesuan/documents';
import type { EventStore } from '@juesuan/event-store';
import { RuleViolation } from '@juesuan/kernel';
import fc from 'fast-check';
import { startApplication, type TestApplication } from './support/application';
import { type Files, folderOf, SMALL_YEAR } from './support/import-folder';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 150);

/** What comes out of keyboards, spreadsheets and broken exports. */
const value = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    '９００.００',
    '1,234.5',
    '1，234',
    '0.001',
    '-0.00',
    'NaN',
    '=1+1',
    '#REF!',
  ),
  fc.constantFrom(
    '999999999999999999.99',
    '90000000000000.00',
    '2023-02-30',
    '2024-01-01',
    '45000',
    '2023/1/5',
    'null',
  ),
  fc.constantFrom(
    '500',
    '500003',
    '2010601',
    '20106',
    '30217',
    '基本支出',
    '财政拨款',
    '退回',
    'P1',
    '__proto__',
    '{收回}',
  ),
  // Half a pair of quotes swallows the rest of a file, where nobody minds them.
  fc.constantFrom('"', '"办公', '"办公', '办"公', '"办"公', '""', '办公\n费', '\t', '\r', ';', '\ufeff', '\u0000'),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.integer({ min: 1, max: 5 }).map((size) => '长'.repeat(10 ** size)),
);

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const names = Object.keys(SMALL_YEAR);

/** One harm done to one line of one file. */
const harm = fc.record({
  name: fc.constantFrom(...names),
  line: fc.nat(),
  column: fc.nat(),
  value,
  how: fc.constantFrom('value', 'value', 'raw', 'raw', 'raw', 'twice', 'gone', 'shorter', 'longer'),
});
type Harm = typeof harm extends fc.Arbitrary<infer H> ? H : never;

function harmed(files: Files, { name, line, column, value: text, how }: Harm): Files {
  const lines = [...(files[name] ?? [])];
  const at = line % lines.length;
  const cells = (lines[at] ?? '').split(',');
  const put = (cell: string): string => cells.with(column % cells.length, cell).join(',');
  const after: Record<typeof how, string[]> = {
    value: [put(quoted(text))],
    raw: [put(text)],
    twice: [cells.join(','), cells.join(',')],
    gone: [],
    shorter: [cells.slice(1).join(',')],
    longer: [[...cells, quoted(text)].join(',')],
  };
  lines.splice(at, 1, ...after[how]);
  return { ...files, [name]: lines };
}

let application: TestApplication;
beforeAll(async () => void (application = await startApplication()));
afterAll(() => application.close());

const count = async (): Promise<number> => (await application.app.get<EventStore>(EVENT_STORE).count()) ?? 0;

/** What is refused says where and in Chinese, and leaves nothing; what is taken is taken as a whole. */
async function importsOrRefuses(files: Files): Promise<void> {
  const before = await count();
  try {
    const { recorded } = await application.execute(new ImportYear(folderOf(files), 2023, '会计'));
    expect(await count()).toBeGreaterThanOrEqual(before + recorded);
    if (recorded === 0) return;
    // The next harm meets an empty store again.
    await application.close();
    application = await startApplication();
  } catch (error) {
    expect(error).toBeInstanceOf(RuleViolation);
    expect((error as Error).message).toMatch(/[一-鿿]/);
    expect(await count()).toBe(before);
    for (const { file, row, column, rule } of error instanceof ImportRefused ? error.errors : []) {
      expect(file).toMatch(/^\d\d-/);
      expect(rule).toMatch(/[一-鿿]/);
      // Whoever names a column names the row, or the header as a whole.
      expect(column === null || row === null || row > 0).toBe(true);
    }
  }
}

it(`${RUNS} years with one thing wrong in them are taken or refused as a whole, whatever it is`, async () => {
  await fc.assert(
    fc.asyncProperty(harm, (one) => importsOrRefuses(harmed(SMALL_YEAR, one))),
    { numRuns: RUNS },
  );
});
