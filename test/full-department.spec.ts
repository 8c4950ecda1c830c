import { join } from 'node:path';
import { ExportDocument, type Exported, ImportYear, Record as RecordFact } from '@juesuan/application';
import {
  type Chart,
  type Figure,
  formatCell,
  type Paragraph,
  type PrintedTable,
  type TextTable,
} from '@juesuan/disclosure';
import { readDocx, type ReadFile } from '@juesuan/documents';
import { readXlsx } from 'hucre/xlsx';
import { startApplication, type TestApplication } from './support/application';
import { rowsOf, SecondBooks } from './support/second-books';

/** A made-up department in whose year everything occurs that a disclosure can tell. */
const FOLDER = join(__dirname, 'full-department');
const [DEPARTMENT, OFFICE, HALL, YEAR] = ['660', '660001', '660004', 2023];

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
  await application.execute(new ImportYear(FOLDER, YEAR, 'test'));
  // What no import file can say.
  const surplus = { date: '2023-12-29', purpose: '弥补收支差额' };
  await record(HALL, { type: 'UseSurplus', data: { ...surplus, amount: 2_350_000 } });
  await record(HALL, { type: 'DistributeSurplus', data: { ...surplus, amount: 1_500_000 } });
});
afterAll(() => application.close());

const record = (unit: string, asked: ConstructorParameters<typeof RecordFact>[2]): Promise<unknown> =>
  application.execute(new RecordFact(unit, YEAR, asked, { commandId: asked.type, actor: 'test', administrator: true }));
const exported = (profile: string, document: 'budget' | 'final' = 'final'): Promise<Exported> =>
  application.ask(new ExportDocument({ unit: DEPARTMENT, year: YEAR, document }, profile));
const bytesOf = ({ files }: Exported, ending: RegExp): Uint8Array =>
  files.find(({ name }) => ending.test(name))?.bytes ?? new Uint8Array();
const docxOf = (all: Exported) => readDocx(bytesOf(all, /\.docx$/));
const exhibitsOf = ({ report }: Exported) =>
  report.document.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'section' ? block.exhibits : [])),
  );
const tablesOfUnits = ({ report }: Exported): PrintedTable[] =>
  report.document.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'unitTables' ? block.tables : [])),
  );
const chartsOf = (all: Exported): Chart[] =>
  exhibitsOf(all).flatMap((each) => (each.kind === 'chart' ? [each.chart] : []));
const textTablesOf = (all: Exported): TextTable[] =>
  exhibitsOf(all).flatMap((each) => (each.kind === 'textTable' ? [each.table] : []));

/** Figures are compared without grouping and trailing zeros: those are a province's manner. */
const plain = (text: string): string => {
  const digits = text.replaceAll(',', '');
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
};

/** What people wrote may hold figures of its own. */
const WRITTEN = [
  ...rowsOf(FOLDER, '06-其他事项').flatMap((row) => [row['指标']?.split(':')[1], row['说明']]),
  ...rowsOf(FOLDER, '07-差异原因').flatMap((row) => row['原因']?.split(/\{[^}]*\}/) ?? []),
  ...rowsOf(FOLDER, '02-年中调整').map((row) => row['项目名称']),
].flatMap((text) => (text !== undefined && /\d/.test(text) ? [text.replace(/[。；]$/, '')] : []));
const DATES_AND_NUMBERS = /20\d\d年(?:度|12月31日)?|^\d+[.、]\s*|^图\d+/g;

/** A paragraph's digits that are neither a figure with a source nor a date, a number of its own or people's words. */
function unaccounted({ text, figures }: Pick<Paragraph, 'text' | 'figures'>): string {
  const places = figures.toSorted((a, b) => b.start - a.start);
  const masked = places.reduce(
    (left, { start, text: own }) => left.slice(0, start) + left.slice(start + own.length),
    text,
  );
  return WRITTEN.reduce((left, words) => left.replaceAll(words, ''), masked.replace(DATES_AND_NUMBERS, '')).replace(
    /\D/g,
    '',
  );
}

describe.each([
  ['standard', 'final'],
  ['hunan-2022', 'final'],
  ['hunan-2023', 'final'],
  ['shandong-2022', 'final'],
  ['hebei-2023', 'final'],
  ['hebei-2023', 'budget'],
] as const)('the finished files of %s, %s', (profile, document) => {
  let all: Exported;
  let docx: ReadFile;
  beforeAll(async () => {
    all = await exported(profile, document);
    docx = docxOf(all);
  });

  it('print no figure without a source, and each as a second bookkeeper has it', () => {
    const books = new SecondBooks(FOLDER, all.report);
    const said = new Map<string, readonly Figure[]>();
    for (const { paragraphs } of all.report.json.notes)
      for (const { text, figures } of paragraphs) said.set(text, figures);
    const { paragraphs } = docx;
    // The last page says from which events the document was made.
    const end = paragraphs.findIndex((text) => text.startsWith('本文件由系统'));
    const wrong = paragraphs.slice(0, end).flatMap((text) => {
      const figures = said.get(text) ?? [];
      const left = unaccounted({ text, figures });
      return [...(left === '' ? [] : [`${left} in ${text}`]), ...misprinted(figures, books)];
    });
    expect(wrong).toEqual([]);
    expect([...said.values()].flat().length).toBeGreaterThan(document === 'final' ? 150 : 15);
  });

  it('print in every table exactly the figures of the account', () => {
    const { tables } = docx;
    const { report } = all;
    const amounts = (cells: readonly string[]): string[] =>
      cells.filter((text) => /^-?[\d,]+\.\d\d$/.test(text)).sort();
    report.tables.forEach((table, index) => {
      const printed = table.rows.flatMap(({ values }) => values.map((value) => formatCell(value, report.profile)));
      expect({ table: table.id, cells: amounts(tables[index]?.flat() ?? []) }).toEqual({
        table: table.id,
        cells: amounts(printed),
      });
    });
  });

  it('print small tables and charts with sources too', () => {
    const books = new SecondBooks(FOLDER, all.report);
    const { pictures, tables } = docx;
    const small = textTablesOf(all);
    expect(tables.length).toBe(all.report.tables.length + small.length + tablesOfUnits(all).length);
    for (const { rows } of small) {
      expect(
        rows
          .flat()
          .filter((cell) => unaccounted(cell) !== '')
          .map(({ text }) => text),
      ).toEqual([]);
      expect(rows.flat().flatMap(({ figures }) => misprinted(figures, books))).toEqual([]);
    }
    chartsOf(all).forEach(({ points }, index) => {
      const figures = points.flatMap(({ figure, share }) => (share ? [figure, share] : [figure]));
      expect(misprinted(figures, books)).toEqual([]);
      const numbers = (pictures[index]?.split('）：')[1] ?? '').match(/[\d,]+(?:\.\d+)?(?=万元|%)/g);
      expect(numbers).toEqual(figures.map(({ text }) => text));
    });
  });

  it('keep the figures of the workbook as numbers, the same as the tables', async () => {
    const sheets = await numbersOf(all);
    all.report.tables.forEach((table, index) => {
      const figures = table.rows.flatMap(({ values }) => values.map(Number));
      expect({ table: table.id, numbers: sorted(sheets[index] ?? []) }).toEqual({
        table: table.id,
        numbers: sorted(figures),
      });
    });
  });

  it('pass every check, and leave nothing to be filled in', () => {
    expect(
      all.report.checks.filter(({ outcome }) => outcome === 'failed').map(({ id, says }) => `${id} ${says}`),
    ).toEqual([]);
    expect(docx.paragraphs.filter((text) => /待补充|[{}]|undefined|NaN/.test(text))).toEqual([]);
  });
});

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

/** What is summed up of many small drivers is only known from the sentence; that the sentence adds up is check C16. */
const SUMMED_UP = /\/other(?:Rises|Falls)$/;

const misprinted = (figures: readonly Figure[], books: SecondBooks): string[] =>
  figures.flatMap(({ text, source }) => {
    const own = books.printed(source);
    if (own === null) return SUMMED_UP.test(source) ? [] : [`nobody knows ${source}`];
    return plain(text.replace('-', '')) === plain(own) ? [] : [`${source} prints ${text}, must be ${own}`];
  });

/** The numbers of every sheet of the workbook of tables. */
async function numbersOf(all: Exported): Promise<number[][]> {
  const { sheets } = await readXlsx(bytesOf(all, /公开表\.xlsx$/));
  return sheets.map(({ rows }) => rows.flat().filter((value): value is number => typeof value === 'number'));
}

it('a budget of Hebei has the tables of every unit too, which add up to the department’s', async () => {
  const all = await exported('hebei-2023', 'budget');
  const whole = all.report.tables.find(({ id }) => id === 'Y03')?.rows.find(({ key }) => key === 'total');
  const units = tablesOfUnits(all).filter(({ id }) => id === 'Y03');
  expect(units.length).toBe(5);
  const totals = units.map(({ rows }) => rows.find(({ key }) => key === 'total')?.fen[0] ?? 0);
  expect(totals.reduce((sum, one) => sum + one, 0)).toBe(whole?.fen[0]);
  const { headings, tables } = docxOf(all);
  expect(headings).toContainEqual({ level: 3, text: '单位预算收支总表' });
  expect(tables.at(-1)?.flat()).toContain('单位：青川市群众艺术馆');
  // Its final account is the department's alone.
  expect(tablesOfUnits(await exported('hebei-2023', 'final'))).toEqual([]);
});

describe('one payment more', () => {
  /** 旅游宣传 is paid 3 万元 more, which its line still has. */
  const pay = () =>
    record(OFFICE, {
      type: 'MakePayment',
      data: {
        ...{ voucher: 'MORE', date: '2023-12-20', amount: 3_000_000, summary: '宣传尾款', economicItem: '30227' },
        line: { fundSource: 'generalPublic', item: '2070113', kind: 'project', project: '全域旅游宣传推广' },
      },
    });

  it('changes exactly the sentences, the cells and the numbers that depend on it', async () => {
    const before = await exported('standard');
    await pay();
    const after = await exported('standard');
    expect(changedSentences(before, after)).toEqual([
      'expenditure/structure',
      'expenditure/kinds/2',
      'fiscal/balances',
      'generalPublic/overall',
      'generalPublic/structure',
      'variance/summary',
      'variance/2070113',
    ]);
    // 小计 and 项目支出 of each row.
    const rows = ['合计', '文化旅游体育与传媒支出', '文化和旅游', '旅游宣传'].flatMap((row) => [row, row]);
    expect(changedCells(before, after)).toEqual([
      ...['七、文化旅游体育与传媒支出', '本年支出合计', '年末结转和结余'].map((row) => `公开01表 ${row}`),
      ...rows.map((row) => `公开03表 ${row}`),
      // 合计 and 一般公共预算财政拨款.
      ...['七、文化旅游体育与传媒支出', '本年支出合计', '年末财政拨款结转和结余'].flatMap((row) => [
        `公开04表 ${row}`,
        `公开04表 ${row}`,
      ]),
      ...rows.map((row) => `公开05表 ${row}`),
    ]);
    const numbers = await Promise.all([before, after].map(numbersOf));
    const changed = (numbers[0] ?? []).map(
      (sheet, at) => sheet.filter((one, index) => one !== numbers[1]?.[at]?.[index]).length,
    );
    expect(changed).toEqual([3, 0, 8, 6, 8, 0, 0, 0, 0]);
  });
});

function changedSentences(before: Exported, after: Exported): string[] {
  const texts = ({ report }: Exported) => report.json.notes.flatMap(({ paragraphs }) => paragraphs);
  const [was, is] = [texts(before), texts(after)];
  expect(is.map(({ key }) => key)).toEqual(was.map(({ key }) => key));
  return is.filter(({ text }, index) => text !== was[index]?.text).map(({ key }) => key);
}

/** Cells of the finished Word file that differ, by the table's number and the name of the row. */
function changedCells(before: Exported, after: Exported): string[] {
  const [was, is] = [docxOf(before).tables, docxOf(after).tables];
  const nameOf = (row: readonly string[], column: number): string =>
    row.slice(0, column).findLast((text) => /\p{Script=Han}/u.test(text)) ?? '';
  return is.flatMap((rows, table) =>
    rows.flatMap((row, at) =>
      row.flatMap((text, column) =>
        text === was[table]?.[at]?.[column] ? [] : [`${rows[0]?.[0]} ${nameOf(row, column)}`],
      ),
    ),
  );
}
