import { join } from 'node:path';
import { type CheckedFile, CheckFile, ExportDocument, ImportYear } from '@juesuan/application';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { startApplication, type TestApplication } from './support/application';

const KEY = { unit: '660', year: 2023 };
const PROFILE = 'hunan-2022';
const BODY = 'word/document.xml';

let application: TestApplication;
let finished: Uint8Array;
beforeAll(async () => {
  application = await startApplication();
  await application.execute(new ImportYear(join(__dirname, 'full-department'), 2023, 'test'));
  const { files } = await application.ask(new ExportDocument(KEY, PROFILE));
  finished = files.find(({ name }) => name.endsWith('.docx'))?.bytes ?? new Uint8Array();
});
afterAll(() => application.close());

/** The finished file with its text changed by hand; the fault must have been planted. */
function edited(change: (xml: string) => string): Uint8Array {
  const files = unzipSync(finished);
  const xml = strFromU8(files[BODY] ?? new Uint8Array());
  const changed = change(xml);
  expect(changed).not.toBe(xml);
  return zipSync({ ...files, [BODY]: strToU8(changed) }, { level: 0 });
}

const checked = (docx: Uint8Array): Promise<CheckedFile> => application.ask(new CheckFile(KEY, PROFILE, docx));
const failedIn = ({ results }: CheckedFile): string[] =>
  results.flatMap(({ id, outcome }) => (outcome === 'failed' ? [id] : []));
const saidOf = ({ differences }: CheckedFile): string[] => differences.map(({ where, says }) => `${where}：${says}`);

/** From the heading of a section to the next one. */
const SECTION =
  /<w:p>(?:(?!<\/w:p>).)*Heading2(?:(?!<\/w:p>).)*十、机关运行经费.*?(?=<w:p>(?:(?!<\/w:p>).)*十一、会议费)/s;
const ROW = /<w:tr>(?:(?!<\/w:tr>).)*2070108.*?<\/w:tr>/s;
const written =
  (from: string | RegExp, to: string) =>
  (xml: string): string =>
    xml.replace(from, to);

it('is found as it was written, when nobody touched it', async () => {
  const answer = await checked(finished);
  expect([failedIn(answer), saidOf(answer)]).toEqual([[], []]);
});

describe('what somebody changed in the finished file is found and named', () => {
  it.each<[string, (xml: string) => string, string[], string]>([
    ['a digit in a sentence', written('增加188.29', '增加188.39'), ['C01', 'C21', 'C25'], '写的是“增加188.39万元”'],
    ['a digit in a table', written('>2,677.32<', '>2,677.23<'), [], '写的是“2,677.23”，应为“2,677.32”'],
    ['a row that was removed', written(ROW, ''), [], '公开02表：缺少“文化活动”一行'],
    [
      'two figures that changed places',
      (xml) => xml.replace('>520.58<', '>…<').replace('>525.94<', '>520.58<').replace('>…<', '>525.94<'),
      [],
      '公开02表：“图书馆”写的是“520.58”，应为“525.94”',
    ],
    ['a unit of money in a sentence', written('188.29万元', '188.29元'), ['C23'], '写的是“增加188.29元”'],
    ['a unit of money above a table', written('金额单位：万元', '金额单位：元'), ['B22'], '应为“金额单位：万元”'],
    ['a section that was deleted', written(SECTION, ''), ['C20', 'C27'], '缺少 2 段，自“十、机关运行经费'],
    ['a section that stands twice', written(SECTION, '$&$&'), ['C27'], '多出 2 段，自“十、机关运行经费'],
    [
      'the year on the cover',
      written('2023年度部门决算<', '2022年度部门决算<'),
      ['B22'],
      '封面：写的是“2022年度部门决算”',
    ],
    ['the year in a sentence', written('2023年度收、支', '2022年度收、支'), ['C21', 'C22'], '写的是“2022年度收”'],
    ['a direction of an item', written('决算数小于年初', '决算数大于年初'), ['C14', 'C15'], '写的是“决算数大于年初'],
    ['a direction against last year', written('增加188.29', '减少188.29'), ['C01', 'C25'], '写的是“减少188.29万元”'],
    [
      'a gap that was left',
      written('因为年中下达的专项增加', '因为（原因待补充）'),
      ['C15'],
      '写的是“主要是因为（原因待补充）”',
    ],
    ['a share', written('占96.39%', '占69.39%'), ['C02', 'C21'], '写的是“占69.39%”'],
    ['a count of 三公', written('268人次', '286人次'), ['C21'], '写的是“286人次”'],
  ])('%s', async (_, change, failed, says) => {
    const answer = await checked(edited(change));
    expect(failedIn(answer)).toEqual(failed);
    expect(saidOf(answer)).toContainEqual(expect.stringContaining(says));
  });
});

it('is read by the names of its styles, which a word processor keeps when it writes the file again under ids of its own', async () => {
  const files = unzipSync(finished);
  const renamed = (name: string): Uint8Array =>
    strToU8(
      strFromU8(files[name] ?? new Uint8Array()).replace(/(w:(?:styleId|val|basedOn)=")(Heading|TOC)(\d")/g, '$1$2x$3'),
    );
  const docx = zipSync(
    { ...files, [BODY]: renamed(BODY), 'word/styles.xml': renamed('word/styles.xml') },
    { level: 0 },
  );
  expect(failedIn(await checked(docx))).toEqual([]);
  expect(saidOf(await checked(docx))).toEqual([]);
});
