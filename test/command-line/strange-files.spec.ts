import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@juesuan/sql';
import { CompiledQuery } from 'kysely';
import { said } from '../support/command-line';
import { folderOf, SMALL_YEAR } from '../support/import-folder';

const ROOT = join(__dirname, '..', '..');

let home: string;
/** A department's year, as a backup made of it. */
let base: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'juesuan-strange-'));
  base = join(home, 'backup.db');
  const db = join(home, 'first.db');
  expect(await said('import', folderOf(SMALL_YEAR), '--year', '2023', '--db', db)).toMatchObject({ status: 0 });
  expect(await said('backup', base, '--db', db)).toMatchObject({ status: 0 });
});
afterAll(() => rmSync(home, { recursive: true }));

let count = 0;
/** A data file of its own that nobody has open. */
function dataFile(): string {
  const file = join(home, `${++count}`, 'data.db');
  mkdirSync(join(file, '..'));
  copyFileSync(base, file);
  return file;
}

it('a path where there is no data file is told, not taken for an empty log, and nothing is made there', async () => {
  const file = join(home, 'mistyped', 'data.db');
  for (const command of [
    ['verify'],
    ['rebuild'],
    ['history', '--unit', '500', '--year', '2023'],
    ['report', '--unit', '500', '--year', '2023', '--out', join(home, 'out')],
  ])
    expect(await said(...command, '--db', file)).toEqual({
      status: 1,
      text: `拒绝：没有数据文件 ${file}；请用 --db 或 JUESUAN_DB 指明。\n`,
    });
  expect(existsSync(join(file, '..'))).toBe(false);
});

it('another program’s file is refused by every command, and stays as it was', async () => {
  const file = join(home, 'contacts.db');
  const other = openDatabase<Record<string, never>>({ sqliteFile: file });
  await other.db.schema.createTable('contact').addColumn('name', 'text').execute();
  await other.close();
  const before = readFileSync(file);
  for (const command of [['import', folderOf(SMALL_YEAR), '--year', '2023'], ['verify'], ['users', 'reset', '王芳']])
    expect(await said(...command, '--db', file)).toEqual({
      status: 1,
      text: `拒绝：${file} 是别的程序的数据文件；什么都没有改动。请核对路径。\n`,
    });
  expect(readFileSync(file).equals(before)).toBe(true);
});

it('a data file cut short, or no such file at all, is told in one sentence', async () => {
  const cut = join(home, 'cut.db');
  writeFileSync(cut, readFileSync(base).subarray(0, 50_000));
  for (const file of [cut, join(ROOT, 'README.md'), home]) {
    const { status, text } = await said('verify', '--db', file);
    expect({ file, status, text }).toMatchObject({
      status: 1,
      text: expect.stringMatching(/^拒绝：.* 不是决算的数据文件，或者已经损坏；.*\n$/) as unknown,
    });
  }
});

it('a backup that another version of the program wrote does not take the data file’s place', async () => {
  const [db, newer] = [dataFile(), dataFile()];
  const file = openDatabase<Record<string, never>>({ sqliteFile: newer });
  await file.db.executeQuery(CompiledQuery.raw('PRAGMA user_version = 2'));
  await file.close();
  const before = readFileSync(db);
  const { status, text } = await said('restore', newer, '--overwrite', '--db', db);
  expect({ status, text }).toEqual({ status: 1, text: expect.stringContaining('的格式是第 2 版') as unknown });
  expect(readFileSync(db).equals(before)).toBe(true);
  expect(readdirSync(join(db, '..'))).toEqual(['data.db']);
});

it('a backup into a folder that is not there is told in one sentence', async () => {
  const { status, text } = await said('backup', join(home, 'nowhere', 'b.db'), '--db', dataFile());
  expect({ status, text }).toEqual({ status: 1, text: expect.stringMatching(/^没有做成：文件打不开.*\n$/) as unknown });
});

it('a folder that nobody can make is told in one sentence, for files and for data', async () => {
  const db = dataFile();
  const written = ['report', '--unit', '500', '--year', '2023', '--db', db, '--out'];
  const taken = join(home, 'taken');
  writeFileSync(taken, '');
  for (const [folder, says] of [
    [taken, '那里已有一个文件'],
    [join(taken, 'below'), '路径中有一段不是文件夹'],
  ] as const)
    expect(await said(...written, folder)).toEqual({ status: 1, text: expect.stringContaining(says) as unknown });
  for (const words of [
    [...written, '/proc/nowhere/out'],
    ['import', folderOf(SMALL_YEAR), '--year', '2023', '--db', '/proc/nowhere/data.db'],
  ]) {
    // In a process of its own, which can be ended: this once went on for ever.
    const program = ['-r', join(ROOT, 'test/support/register.cjs'), join(ROOT, 'apps/cli/src/main.ts')];
    const ended = spawnSync(process.execPath, [...program, ...words], { encoding: 'utf8', cwd: ROOT, timeout: 60_000 });
    expect({ status: ended.status, text: ended.stderr }).toEqual({
      status: 1,
      text: expect.stringMatching(/^没有做成：路径不存在，也不能在那里建立.*\n$/) as unknown,
    });
  }
}, 150_000);
