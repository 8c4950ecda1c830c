import fs, {
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
import { eventId, openSqliteEventStore, verifySqliteFile } from '@juesuan/event-store';
import { said } from '../support/command-line';
import { folderOf, SMALL_YEAR } from '../support/import-folder';

let home: string;
/** A department's year as a backup made of it, and the data file of two events more. */
let backup: string;
let later: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'juesuan-restore-'));
  backup = join(home, 'backup.db');
  later = join(home, 'later.db');
  expect(await said('import', folderOf(SMALL_YEAR), '--year', '2023', '--db', later)).toMatchObject({ status: 0 });
  expect(await said('backup', backup, '--db', later)).toMatchObject({ status: 0 });
  const store = openSqliteEventStore(later);
  await store.append([{ stream: 'later', expected: -1, events: [noted(0), noted(1)] }]);
  await store.close();
});
afterAll(() => rmSync(home, { recursive: true }));

const noted = (index: number) => ({
  id: eventId('later', `c${index}`, 0),
  type: 'Noted',
  version: 1,
  data: { index },
  metadata: { commandId: `c${index}` },
});

let count = 0;
/** A data file of its own that nobody has open. */
function dataFile(): string {
  const file = join(home, `${++count}`, 'data.db');
  mkdirSync(join(file, '..'));
  copyFileSync(later, file);
  return file;
}

/** The head of what the next process finds there: this one still knows what it closed. */
async function headOf(file: string): Promise<string> {
  const found = join(home, `${++count}.db`);
  for (const rest of ['', '-wal'].filter((name) => existsSync(file + name))) copyFileSync(file + rest, found + rest);
  const { damage, logHead } = await verifySqliteFile(found);
  expect(damage).toBeNull();
  return logHead;
}

const keptOf = (db: string): string[] => readdirSync(join(db, '..')).filter((name) => name.endsWith('.before'));

const CHANGES = ['renameSync', 'linkSync', 'copyFileSync', 'rmSync', 'unlinkSync'] as const;

/** Restores, and breaks off when a name would be changed for the n-th time beside the data file; answers whether it came to its end. */
async function restoredUpTo(step: number, db: string): Promise<boolean> {
  let steps = 0;
  const spies = CHANGES.map((name) => {
    const change = fs[name] as (...words: unknown[]) => void;
    return jest.spyOn(fs, name).mockImplementation((...words: unknown[]) => {
      if (words.some((word) => String(word).startsWith(db)) && ++steps >= step) throw new Error('killed');
      change(...words);
    });
  });
  const { status } = await said('restore', backup, '--overwrite', '--db', db);
  for (const spy of spies) spy.mockRestore();
  return status === 0;
}

it('wherever a restore is broken off, a whole data file stands in its place: the former or the restored', async () => {
  const [former, restored] = [await headOf(later), await headOf(backup)];
  for (let step = 1, ended = false; !ended; step++) {
    const db = dataFile();
    ended = await restoredUpTo(step, db);
    const head = await headOf(db);
    expect({ step, stands: head === former || head === restored }).toEqual({ step, stands: true });
    if (head === restored) expect(await headOf(join(db, '..', keptOf(db)[0] ?? 'nothing kept'))).toBe(former);
  }
});

it('what is left of a data file that is gone does not get into the restored one', async () => {
  const db = dataFile();
  const store = openSqliteEventStore(db);
  await store.append([{ stream: 'lost', expected: -1, events: [{ ...noted(2), id: eventId('lost', 'c2', 0) }] }]);
  const wal = readFileSync(`${db}-wal`);
  await store.close();
  rmSync(db);
  writeFileSync(`${db}-wal`, wal);
  expect(await said('restore', backup, '--db', db)).toMatchObject({ status: 0 });
  expect(await headOf(db)).toBe(await headOf(backup));
});
