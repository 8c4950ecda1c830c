import fs, { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp, restore, settingsFrom } from '@juesuan/application';
import { verifySqliteFile } from '@juesuan/event-store';
import { folderOf, SMALL_YEAR } from '../support/import-folder';
import { said } from '../support/command-line';

const home = mkdtempSync(join(tmpdir(), 'juesuan-together-'));
const data = join(home, 'data.db');
beforeAll(async () => {
  expect(await said('import', folderOf(SMALL_YEAR), '--year', '2023', '--db', data)).toMatchObject({ status: 0 });
});
afterAll(() => rmSync(home, { recursive: true }));

let count = 0;
function folder(): string {
  const made = join(home, `${++count}`);
  mkdirSync(made);
  return made;
}

it('of backups into one file at once the first stays, and the others are refused', async () => {
  const place = folder();
  const file = join(place, 'copy.db');
  const made = await Promise.allSettled([1, 2, 3].map(() => backUp(settingsFrom({}, data), file)));
  const failures = made.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  expect(failures).toMatchObject([{ code: 'file-exists' }, { code: 'file-exists' }]);
  expect(await verifySqliteFile(file)).toMatchObject({ damage: null });
  expect(readdirSync(place)).toEqual(['copy.db']);
});

it('restores into one place at once put whole files there, or are refused', async () => {
  const [place, backup] = [folder(), join(folder(), 'backup.db')];
  await backUp(settingsFrom({}, data), backup);
  const db = join(place, 'data.db');
  copyFileSync(backup, db);
  const prepare = () => Promise.resolve();
  const ended = await Promise.allSettled(
    [1, 2, 3].map((ms) => restore(settingsFrom({}, db), backup, { overwrite: true, prepare, now: new Date(ms) })),
  );
  const restored = ended.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  // One looks into the file that another would replace.
  for (const each of ended)
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'data-file-in-use' });
  expect(restored.length).toBeGreaterThan(0);
  for (const file of [db, ...restored.map(({ before }) => before?.file ?? '')])
    expect(await verifySqliteFile(file)).toMatchObject({ damage: null });
  expect(readdirSync(place).filter((name) => name.endsWith('restoring'))).toEqual([]);
});

it('a restore that fails leaves nothing of its copy', async () => {
  const place = folder();
  const db = join(place, 'data.db');
  copyFileSync(data, db);
  const prepare = () => Promise.reject(new Error('full'));
  await expect(restore(settingsFrom({}, db), data, { overwrite: true, prepare, now: new Date(1) })).rejects.toThrow(
    'full',
  );
  expect(readdirSync(place)).toEqual(['data.db']);
});

describe('on a disk that knows no second names', () => {
  const withoutLinks = (code: string) =>
    jest.spyOn(fs, 'linkSync').mockImplementation(() => {
      throw Object.assign(new Error(code), { code });
    });
  afterEach(() => jest.restoreAllMocks());

  it.each(['EPERM', 'ENOTSUP', 'ENOSYS', 'EISDIR'])(
    '(%s) a backup gets its name whole, or not at all',
    async (code) => {
      const place = folder();
      const file = join(place, 'copy.db');
      const written = jest.spyOn(fs, 'copyFileSync');
      withoutLinks(code);
      const made = await Promise.allSettled([1, 2].map(() => backUp(settingsFrom({}, data), file)));
      expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(written).not.toHaveBeenCalled();
      expect(await verifySqliteFile(file)).toMatchObject({ damage: null });
      expect(readdirSync(place)).toEqual(['copy.db']);
    },
  );
});

it('what a killed backup left is cleared by the next one into the same file', async () => {
  const place = folder();
  const file = join(place, 'copy.db');
  // No process has this number: Linux ends below it, Windows gives multiples of four.
  for (const end of ['', '-wal', '-journal']) writeFileSync(`${file}.2147483647-1.partial${end}`, 'half');
  writeFileSync(`${file}.${process.pid}-999.partial`, 'under way');
  await backUp(settingsFrom({}, data), file);
  expect(readdirSync(place).sort()).toEqual(['copy.db', `copy.db.${process.pid}-999.partial`]);
});
