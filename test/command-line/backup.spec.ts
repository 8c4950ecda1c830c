import { execFileSync } from 'node:child_process';
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
import { strFromU8, unzipSync } from 'fflate';
import { openAccess } from '@juesuan/access';
import { backUp, EVENT_STORE, ReportAccount, settingsFrom } from '@juesuan/application';
import { eventId, type EventStore, type Link, openSqliteEventStore, verifySqliteFile } from '@juesuan/event-store';
import { said } from '../support/command-line';
import { startApplication } from '../support/application';
import { folderOf, SMALL_YEAR } from '../support/import-folder';

const ROOT = join(__dirname, '..', '..');
const HEADS = /[0-9a-f]{64}/g;

let home: string;
/** A department's year, as a backup made of it. */
let base: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'juesuan-backup-'));
  base = join(home, '株洲 备份.db');
  const db = join(home, 'first.db');
  inItsOwnProcess('import', folderOf(SMALL_YEAR), '--year', '2023', '--db', db);
  inItsOwnProcess('backup', base, '--db', db);
});
afterAll(() => rmSync(home, { recursive: true }));

/** As a person types it: what a process has opened is let go of when it ends. */
function inItsOwnProcess(...words: readonly string[]): string {
  const program = ['-r', join(ROOT, 'test/support/register.cjs'), join(ROOT, 'apps/cli/src/main.ts')];
  return execFileSync(process.execPath, [...program, ...words], { encoding: 'utf8', cwd: ROOT });
}

/** With one character of one event changed. */
function withOtherWord(file: Buffer): Buffer {
  const changed = Buffer.from(file);
  changed.write('办弓', file.indexOf('办公'));
  return changed;
}

/** The words of a Word file. */
function textOf(file: string): string {
  const { 'word/document.xml': xml } = unzipSync(readFileSync(file));
  return strFromU8(xml ?? new Uint8Array()).replaceAll(/<[^>]*>/g, '');
}

let count = 0;
/** A data file of its own that nobody has open. */
function dataFile(): string {
  const file = join(home, `${++count}`, 'data.db');
  mkdirSync(join(file, '..'));
  copyFileSync(base, file);
  return file;
}
const inFolderOf = (db: string): string[] => readdirSync(join(db, '..')).sort();

async function tokenIn(db: string): Promise<string> {
  const access = await openAccess({ sqliteFile: db });
  const made = await access.createUser(
    { name: '王芳', displayName: '王芳', roles: ['administrator'], units: [] },
    'test',
  );
  const { refreshToken } = await access.signIn(made.name, made.password);
  await access.close();
  return refreshToken;
}

async function accountIn(db: string): Promise<unknown> {
  const { ask, close } = await startApplication(db);
  const { json } = await ask(new ReportAccount({ unit: '500', year: 2023 }, 'standard'));
  await close();
  return json;
}

const noted = (stream: string, index: number) => ({
  id: eventId(stream, `c${index}`, 0),
  type: 'Noted',
  version: 1,
  data: { index },
  metadata: { commandId: `c${index}` },
});

describe('juesuan backup', () => {
  it('is one moment of the store, while others go on recording', async () => {
    const db = dataFile();
    const store = openSqliteEventStore(db);
    const before = await store.count();
    let done = false;
    let recorded = 0;
    const recording = (async () => {
      for (; !done; recorded++) {
        await store.append([{ stream: 'other', expected: recorded - 1, events: [noted('other', recorded)] }]);
      }
    })();
    while (recorded < 20) await new Promise(setImmediate);
    const acknowledged = recorded;
    const file = join(db, '..', 'copy.db');
    const { events, logHead } = await backUp(settingsFrom({}, db), file);
    done = true;
    await recording;
    const links: Link[] = [];
    await store.verify(undefined, (link) => links.push(link));
    await store.close();
    expect(events).toBeGreaterThanOrEqual((before ?? 0) + acknowledged);
    expect(links).toHaveLength((before ?? 0) + recorded);
    expect(links[events - 1]?.logHash).toBe(logHead);
    expect(await verifySqliteFile(file)).toMatchObject({ damage: null, events, logHead });
    expect(inFolderOf(db).filter((name) => name.startsWith('copy'))).toEqual(['copy.db']);
  });

  it('says what it holds, prints the head, and never overwrites', async () => {
    const db = dataFile();
    const file = join(db, '..', 'copy.db');
    const { status, text } = await said('backup', file, '--db', db);
    expect(status).toBe(0);
    expect(text).toMatch(/已备份到 .*copy\.db，并由备份重算验证：\d+ 项事件、\d+ 条链完好。/);
    const { logHead } = await verifySqliteFile(file);
    expect(text).toContain(`日志链头（SHA-256）：${logHead}`);
    const bytes = readFileSync(file);
    expect(await said('backup', file, '--db', db)).toMatchObject({
      status: 1,
      text: expect.stringContaining('已存在') as unknown,
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('refuses a store that is not there, not ours, or damaged, and leaves nothing behind', async () => {
    const db = dataFile();
    const file = join(db, '..', 'copy.db');
    const refused = (text: string) => ({ status: 1, text: expect.stringContaining(text) as unknown });
    expect(await said('backup', file, '--db', `${db}x`)).toEqual(refused('没有数据文件'));
    writeFileSync(`${db}.txt`, '一份文件，不是数据库。'.repeat(100));
    expect(await said('backup', file, '--db', `${db}.txt`)).toEqual(refused('不是决算的数据文件'));
    writeFileSync(db, withOtherWord(readFileSync(db)));
    expect(await said('backup', file, '--db', db)).toEqual(refused('没有通过验证'));
    expect(inFolderOf(db)).toEqual(['data.db', 'data.db.txt']);
  });

  it('refuses where the events are in EventStoreDB', async () => {
    const settings = settingsFrom({ EVENTSTORE_URL: 'esdb://admin:changeit@localhost:2113' }, base);
    await expect(backUp(settings, `${base}2`)).rejects.toMatchObject({ code: 'not-embedded' });
  });
});

describe('juesuan restore', () => {
  it('puts a backup where no data file stands, with the same account', async () => {
    const db = join(home, 'new.db');
    const { status, text } = await said('restore', base, '--db', db);
    expect({ status, text }).toMatchObject({
      status: 0,
      text: expect.stringMatching(/已用 .*备份\.db 恢复/) as unknown,
    });
    expect(await accountIn(db)).toEqual(await accountIn(dataFile()));
  });

  it('refuses to replace a data file unless told, and then keeps it and says what is missing', async () => {
    const db = dataFile();
    const store = openSqliteEventStore(db);
    await store.append([{ stream: 'later', expected: -1, events: [noted('later', 0), noted('later', 1)] }]);
    const { logHead } = await store.verify();
    const elsewhere = dataFile();
    await backUp(settingsFrom({}, db), `${elsewhere}.later`);
    await store.close();
    copyFileSync(`${elsewhere}.later`, elsewhere);
    const refused = await said('restore', base, '--db', elsewhere);
    expect(refused).toMatchObject({ status: 1, text: expect.stringContaining('--overwrite') as unknown });
    expect((await verifySqliteFile(elsewhere)).logHead).toBe(logHead);
    const { status, text } = await said('restore', base, '--db', elsewhere, '--overwrite');
    expect(status).toBe(0);
    expect(text).toMatch(/原有数据在备份之后还有 2 项事件/);
    const [, kept = ''] = /改名为 (.*)，没有删除/.exec(text) ?? [];
    expect((await verifySqliteFile(kept)).logHead).toBe(logHead);
    expect((await verifySqliteFile(elsewhere)).logHead).toBe((await verifySqliteFile(base)).logHead);
  });

  it('says when the two do not go together', async () => {
    const db = join(home, 'foreign', 'data.db');
    const { close } = await startApplication(join(home, 'other.db'));
    await close();
    mkdirSync(join(home, 'foreign'));
    await backUp(settingsFrom({}, join(home, 'other.db')), db);
    expect((await said('restore', base, '--db', db, '--overwrite')).text).toContain('备份不是原有数据的较早状态');
  });

  it('refuses while the service has the file open', async () => {
    const db = dataFile();
    const { close } = await startApplication(db);
    const { status, text } = await said('restore', base, '--db', db, '--overwrite');
    await close();
    expect({ status, text }).toMatchObject({ status: 1, text: expect.stringContaining('请先停止服务') as unknown });
    expect(inFolderOf(db).filter((name) => !/-wal|-shm/.test(name))).toEqual(['data.db']);
  });

  it('refuses what is no sound backup, and leaves the data file as it was', async () => {
    const db = dataFile();
    const bytes = readFileSync(db);
    const bad = join(home, 'bad.db');
    const damages: [string, Buffer][] = [
      ['不是决算', Buffer.from('PK\u0003\u0004'.repeat(500))],
      ['不是决算', Buffer.alloc(0)],
      ['不是决算', bytes.subarray(0, bytes.length - 8192)],
      ['没有通过验证', withOtherWord(bytes)],
    ];
    for (const [says, damaged] of damages) {
      writeFileSync(bad, damaged);
      const { status, text } = await said('restore', bad, '--db', db, '--overwrite');
      expect({ status, text }).toMatchObject({ status: 1, text: expect.stringContaining(says) as unknown });
      expect(readFileSync(db).equals(bytes)).toBe(true);
      expect(inFolderOf(db)).toEqual(['data.db']);
    }
    expect((await said('restore', join(home, 'none.db'), '--db', db)).text).toContain('没有备份文件');
  });

  it('brings the users back and ends every session', async () => {
    const db = dataFile();
    const token = await tokenIn(db);
    const file = join(db, '..', 'with-users.db');
    await backUp(settingsFrom({}, db), file);
    const restored = join(db, '..', 'restored.db');
    expect((await said('restore', file, '--db', restored, '--actor', '李工')).text).toContain('所有登录已结束');
    const [there, here] = [await openAccess({ sqliteFile: db }), await openAccess({ sqliteFile: restored })];
    await expect(here.refresh(token)).rejects.toMatchObject({ code: 'session-expired' });
    await expect(there.refresh(token)).resolves.toBeDefined();
    expect((await here.users()).map(({ name }) => name)).toEqual(['王芳']);
    expect((await here.log(1))[0]).toMatchObject({ action: 'restored', by: '李工', detail: { backup: file } });
    expect(await here.signingKey()).not.toBe(await there.signingKey());
    await Promise.all([there.close(), here.close()]);
  });
});

describe('juesuan verify --head', () => {
  it('finds the head that was noted, and misses it where the log was shortened since', async () => {
    const db = dataFile();
    const { logHead } = await verifySqliteFile(db);
    const application = await startApplication(db);
    const events = application.app.get<EventStore>(EVENT_STORE);
    await events.append([{ stream: 'later', expected: -1, events: [noted('later', 0)] }]);
    const later = await events.verify();
    await application.close();
    const found = await said('verify', '--head', logHead.toUpperCase(), '--db', db);
    expect(found).toMatchObject({ status: 0, text: expect.stringContaining('此后又记录了 1 项') as unknown });
    const shortened = await said('verify', '--head', later.logHead, '--db', dataFile());
    expect(shortened).toMatchObject({ status: 1, text: expect.stringContaining('没有找到这个链头') as unknown });
    expect(await said('verify', '--head', 'abc', '--db', db)).toMatchObject({ status: 2 });
  });

  it('finds the head printed in a department’s document, which is one hash over its units', async () => {
    const db = dataFile();
    const out = join(home, 'printed');
    await said('export', '--unit', '500', '--year', '2023', '--out', out, '--db', db);
    const [document = ''] = readdirSync(out).filter((name) => name.endsWith('.docx'));
    const heads = [...new Set(textOf(join(out, document)).match(HEADS))];
    // One over the department and its two units, and one of each.
    expect(heads).toHaveLength(4);
    const department = ['--unit', '500', '--year', '2023'];
    for (const head of heads) {
      const { text } = await said('verify', '--head', head, ...department, '--db', db);
      expect(text).toMatch(/找到了链头/);
    }
  });
});

describe('juesuan users reset', () => {
  it('gives a one-time password for a lost one, without a service', async () => {
    const db = dataFile();
    const token = await tokenIn(db);
    const { status, text } = await said('users', 'reset', '王芳', '--db', db, '--actor', 'root');
    expect(status).toBe(0);
    const [, password = ''] = /^ {2}(\S+)$/m.exec(text) ?? [];
    const access = await openAccess({ sqliteFile: db });
    await expect(access.refresh(token)).rejects.toMatchObject({ code: 'session-expired' });
    expect((await access.signIn('王芳', password)).user).toMatchObject({ name: '王芳', mustChangePassword: true });
    expect((await access.log(1))[0]).toMatchObject({ action: 'password-reset', by: 'root', whom: '王芳' });
    await access.close();
  });

  it('refuses an unknown name and a file that is not there, which it does not make', async () => {
    const db = dataFile();
    expect(await said('users', 'reset', '没人', '--db', db)).toMatchObject({ status: 1 });
    const none = join(home, 'nowhere', 'data.db');
    expect(await said('users', 'reset', '王芳', '--db', none)).toMatchObject({
      status: 1,
      text: expect.stringContaining('没有数据文件') as unknown,
    });
    expect(existsSync(join(home, 'nowhere'))).toBe(false);
  });
});
