import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { withDataFile } from '../support/command-line';
import { folderOf, SMALL_YEAR } from '../support/import-folder';

const BODY = 'word/document.xml';
const ACCOUNT = ['--unit', '500', '--year', '2023'];

/** Changes the text of a Word file as somebody does who opens it. */
function edit(file: string, from: string, to: string): void {
  const files = unzipSync(readFileSync(file));
  const xml = strFromU8(files[BODY] ?? new Uint8Array());
  expect(xml).toContain(from);
  writeFileSync(file, zipSync({ ...files, [BODY]: strToU8(xml.replace(from, to)) }));
}

it('says that a finished file is as it was written, and names each place that somebody changed', () =>
  withDataFile(async (type) => {
    const out = folderOf({});
    await type('import', folderOf(SMALL_YEAR), '--year', '2023');
    await type('export', ...ACCOUNT, '--out', out);
    const file = join(out, readdirSync(out).find((name) => name.endsWith('.docx')) ?? '');
    const asWritten = await type('check', ...ACCOUNT, '--docx', file);
    expect(asWritten.text).toContain('这份 Word 文本与系统现在生成的逐段、逐格相同。');
    const { status } = await type('check', ...ACCOUNT);
    expect(asWritten.status).toBe(status);
    edit(file, '测试局', '测验局');
    const edited = await type('check', ...ACCOUNT, '--docx', file);
    expect(edited).toMatchObject({ status: 1, text: expect.stringContaining('测验局') as unknown });
    expect(edited.text).toMatch(
      /A、B、D 各项的金额取自台账.*列在下面。\n这份 Word 文本与系统现在生成的有 \d+ 处不同：/,
    );
  }));

it('names a file that it cannot read', () =>
  withDataFile(async (type) => {
    await type('import', folderOf(SMALL_YEAR), '--year', '2023');
    const { status, text } = await type('check', ...ACCOUNT, '--docx', '/nowhere/决算.docx');
    expect([status, text]).toEqual([1, expect.stringContaining('读不到文件“/nowhere/决算.docx”（ENOENT）')]);
  }));
