import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PASSWORD, type Service, startService } from '../../testing/service';
import type { SignedInUser } from '../access/signed-in';
import { Imports } from './imports';
import type { ImportDto } from './imports.dto';
import { removeLeftUploads } from './uploads';

const CASE = join(__dirname, '../../../../test/cases/zhuzhou-2023/input');

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.close());

/** The case's files as a browser sends them; `change` rewrites one of them. */
function upload(change: Readonly<Record<string, (text: string) => string>> = {}): FormData {
  const form = new FormData();
  form.set('year', '2023');
  for (const name of readdirSync(CASE)) {
    const text = readFileSync(join(CASE, name), 'utf8');
    form.append('files', new Blob([change[name]?.(text) ?? text]), name);
  }
  return form;
}

/** One import file. */
function formOf(year: number, name: string, text: string): FormData {
  const form = new FormData();
  form.set('year', String(year));
  form.append('files', new Blob([text]), name);
  return form;
}

/** A list of units to open. */
const unitsOf = (year: number, ...rows: string[]): FormData =>
  formOf(year, '00-单位.csv', ['单位编码,单位名称,上级单位编码,单位类型', ...rows, ''].join('\n'));

interface Status {
  readonly id: string;
  readonly state: string;
  readonly [field: string]: unknown;
}

async function post(token: string, path: string, body?: FormData, to = service): Promise<Status> {
  const response = await fetch(`${to.url}/api/imports${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body }),
  });
  return (await response.json()) as Status;
}

/** Everything the progress stream told until it ended. */
async function progress(token: string, id: string, of = service): Promise<string> {
  const headers = { Authorization: `Bearer ${token}` };
  return (await fetch(`${of.url}/api/imports/${id}/progress`, { headers })).text();
}

/** Follows the progress stream to its end, as a page does, and answers what it told last. */
async function ending(token: string, id: string): Promise<Status> {
  const told = [...(await progress(token, id)).matchAll(/^data: (.+)$/gm)].map(
    ([, data = '']) => JSON.parse(data) as Status,
  );
  return told.at(-1)!;
}

/** What the trial of an upload ends with. */
const tried = async (token: string, form: FormData): Promise<Status> => ending(token, (await post(token, '', form)).id);

const eventsIn = async (token: string): Promise<number> => {
  const { status, body } = await service.ask('GET /api/units/301/years/2023/journal?limit=1', { token });
  return status === 404 ? 0 : body.total;
};

describe('an import over HTTP', () => {
  it('is tried first and records nothing, then is recorded as a whole, once', async () => {
    const { token } = await service.join('administrator', '管理员甲');
    const trial = await tried(token, upload());
    expect(trial).toMatchObject({ state: 'checked', recorded: 6104, repeated: 0, refusedTotal: 0, position: null });
    expect(await eventsIn(token)).toBe(0);

    expect((await post(token, `/${trial.id}/commit`)).state).toBe('recording');
    const { position, ...result } = await ending(token, trial.id);
    expect(result).toMatchObject({ state: 'recorded', recorded: 6104 });
    expect(await service.ask(`GET /api/units/301/years/2023?after=${String(position)}`, { token })).toMatchObject({
      status: 200,
    });
    expect(await eventsIn(token)).toBe(6104);
    expect((await post(token, `/${trial.id}/commit`)).state).toBe('recorded');
    const again = await tried(token, upload());
    await post(token, `/${again.id}/commit`);
    const { position: before, ...nothing } = await ending(token, again.id);
    expect(nothing).toMatchObject({ state: 'recorded', recorded: 0 });
    expect([typeof before, String(before) <= String(position)]).toEqual(['string', true]);
    expect(await eventsIn(token)).toBe(6104);
  });

  it('tells whoever follows it that the line is up, until it ends', async () => {
    const beating = await startService({ LIVE_BEAT_SECONDS: '0.02' });
    try {
      const { token } = await beating.join('administrator', '管理员甲');
      const { id } = await post(token, '', upload(), beating);
      const stream = (): Promise<string> => progress(token, id, beating);
      expect((await stream()).match(/^event: \w+/gm)).toContain('event: beat');
      expect((await stream()).match(/^event: \w+/gm)).toEqual(['event: progress']);
    } finally {
      await beating.close();
    }
  });

  it('tells every bad cell and records nothing', async () => {
    const { token } = await service.join('administrator', '管理员乙');
    const before = await eventsIn(token);
    const wrong = (text: string): string => `${text}记-X,不是日期,支付\n`;
    const { state, refused, refusedTotal } = await tried(token, upload({ '04-支付.csv': wrong }));
    expect({ state, refusedTotal }).toEqual({ state: 'refused', refusedTotal: expect.any(Number) });
    expect((refused as object[])[0]).toMatchObject({ file: '04-支付.csv', row: 4463, rule: expect.any(String) });
    expect(await eventsIn(token)).toBe(before);
  });

  it('is refused on units that are not its sender’s, and is nobody else’s to see or confirm', async () => {
    const { token } = await service.join('officer', '经办甲', ['999']);
    const { id } = await post(token, '', upload());
    expect(await ending(token, id)).toMatchObject({ state: 'refused', says: expect.stringContaining('权限') });
    const other = await service.join('officer', '经办乙', ['301']);
    expect(await service.ask(`GET /api/imports/${id}`, other)).toMatchObject({ status: 404 });
    expect(await service.ask(`POST /api/imports/${id}/commit`, other)).toMatchObject({ status: 404 });
  });

  it('tells nothing of another unit’s lines and vouchers, and takes no power over one by listing it', async () => {
    const officer = await service.join('officer', '经办戊', ['999']);
    const wrong = (text: string): string => text.replaceAll('100.00', '99999999.00');
    const { says, refused } = await tried(officer.token, upload({ '04-支付.csv': wrong }));
    expect(says).toContain('权限');
    expect(refused).toEqual([]);
    const { says: told } = await tried(officer.token, unitsOf(2023, '301,我的部门,999,部门'));
    expect(told).toMatch(/301.*权限/);
  });

  it('opens a unit’s next year for nobody who could not record on it: listing it below one’s own gives no power over it', async () => {
    const { token: administrator } = await service.join('administrator', '管理员丙');
    const { id } = await tried(administrator, unitsOf(2026, '302,市财政局,,部门'));
    await post(administrator, `/${id}/commit`);
    expect(await ending(administrator, id)).toMatchObject({ state: 'recorded' });
    const { token } = await service.join('officer', '经办癸', ['301']);
    const below = unitsOf(2027, '301,市人社局,,部门', '302,市财政局,301,部门');
    expect(await tried(token, below)).toMatchObject({ state: 'refused', says: expect.stringMatching(/302.*权限/) });
    expect(await tried(administrator, below)).toMatchObject({ state: 'checked', recorded: 2 });
  });

  it('has its rights asked anew when it is confirmed', async () => {
    const { token } = await service.join('officer', '经办己', ['301']);
    const { id, state } = await tried(token, upload());
    expect(state).toBe('checked');
    await service.access.changeUser('经办己', { units: ['999'] }, 'system');
    const again = await service.ask('POST /api/sign-in', { body: { name: '经办己', password: PASSWORD } });
    const now = again.body.accessToken as string;
    await post(now, `/${id}/commit`);
    expect(await ending(now, id)).toMatchObject({ state: 'refused', says: expect.stringContaining('权限') });
  });

  it('takes the place of its sender’s oldest when she has two already', async () => {
    const { token } = await service.join('officer', '经办辰', ['301']);
    const ids: string[] = [];
    for (let sent = 0; sent < 3; sent++) ids.push((await tried(token, formOf(2023, '随便.csv', 'a,b\n1,2\n'))).id);
    const found = await Promise.all(ids.map((id) => service.ask(`GET /api/imports/${id}`, { token })));
    expect(found.map(({ status }) => status)).toEqual([404, 200, 200]);
  });

  it('is refused while two of its sender’s are under way, and above the size of one request', async () => {
    const { token } = await service.join('officer', '经办巳', ['301']);
    const small = () => formOf(2023, '随便.csv', 'a,b\n1,2\n');
    const under = [await post(token, '', small()), await post(token, '', small())];
    expect(await post(token, '', small())).toMatchObject({ code: 'imports-under-way', status: 409 });
    for (const { id } of under) expect(await ending(token, id)).toMatchObject({ state: 'refused' });
    const narrow = await startService({ MAX_UPLOAD_BYTES: '2000' });
    const officer = await narrow.join('officer', '经办午', ['301']);
    const large = small();
    for (const name of ['甲.csv', '乙.csv']) large.append('files', new Blob(['x'.repeat(1_500)]), name);
    const before = uploadsOnDisk();
    expect(await post(officer.token, '', large, narrow)).toMatchObject({ code: 'upload-too-large', status: 413 });
    expect(uploadsOnDisk()).toEqual(before);
    await narrow.close();
  });

  it('with two files of one name is refused: one would be lost', async () => {
    const { token } = await service.join('officer', '经办庚', ['301']);
    const form = upload();
    form.append('files', new Blob(['a']), '别处/04-支付.csv');
    expect(await post(token, '', form)).toMatchObject({ code: 'upload-name-twice' });
  });

  it('tells of files that are none of an import, without saying where they lie', async () => {
    const { token } = await service.join('officer', '经办丁', ['301']);
    const { says } = await tried(token, formOf(2023, '随便.csv', 'a,b\n1,2\n'));
    expect(says).toMatch(/没有可导入的文件/);
    expect(says).not.toMatch(/[/\\]/);
  });

  it('needs files, and a year', async () => {
    const { token } = await service.join('officer', '经办丙', ['301']);
    const none = new FormData();
    none.set('year', '2023');
    expect(await post(token, '', none)).toMatchObject({ code: 'no-files' });
    const misnamed = new FormData();
    misnamed.set('year', '2023');
    misnamed.set('file', new Blob(['甲']), '04-支付.csv');
    const told = { code: 'malformed', detail: expect.stringContaining('files') as string };
    expect(await post(token, '', misnamed)).toMatchObject(told);
    const yearless = upload();
    yearless.delete('year');
    expect(await post(token, '', yearless)).toMatchObject({ code: 'malformed' });
  });

  it('leaves no file on disk where the request is refused, by whatever', async () => {
    const { token } = await service.join('officer', '经办辛', ['301']);
    const before = uploadsOnDisk();
    const yearless = upload();
    yearless.delete('year');
    expect(await post(token, '', yearless)).toMatchObject({ code: 'malformed' });
    const twice = upload();
    twice.append('files', new Blob(['a']), '别处/04-支付.csv');
    expect(await post(token, '', twice)).toMatchObject({ code: 'upload-name-twice' });
    expect(uploadsOnDisk()).toEqual(before);
  });

  it('is not begun where it waits when the service stops, and says so', async () => {
    const ending = await startService();
    const { token } = await ending.join('officer', '经办癸', ['301']);
    await post(token, '', upload(), ending);
    const { id } = await post(token, '', upload(), ending);
    const told: ImportDto[] = [];
    const states = ending.app.get(Imports).watch({ name: '经办癸' } as SignedInUser, id);
    states.subscribe((status) => told.push(status));
    await ending.close();
    expect(told.at(-1)).toMatchObject({
      state: 'failed',
      says: expect.stringMatching(/^服务正在停止，什么都没有记录/),
    });
  });

  it('is forgotten after its time, and its files with it', async () => {
    const before = uploadsOnDisk();
    const hasty = await startService({ UPLOAD_KEPT_MINUTES: '0.001' });
    const { token } = await hasty.join('officer', '经办壬', ['301']);
    const { id } = await post(token, '', formOf(2023, '随便.csv', 'a,b\n1,2\n'), hasty);
    while (uploadsOnDisk().length > before.length) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await hasty.ask(`GET /api/imports/${id}`, { token })).toMatchObject({ status: 404 });
    await hasty.close();
  });
});

it('removes what a killed service left when the next one starts, and nothing of one that runs', async () => {
  const gone = join(tmpdir(), 'juesuan-uploads-4194305'); // above the largest process id there is
  const running = join(tmpdir(), `juesuan-uploads-${process.ppid}`);
  for (const folder of [gone, running]) mkdirSync(join(folder, 'one'), { recursive: true });
  await removeLeftUploads((error) => {
    throw error;
  });
  expect([existsSync(gone), existsSync(running)]).toEqual([false, true]);
  rmSync(running, { recursive: true });
});

/** The folders of what this process has received. */
function uploadsOnDisk(): string[] {
  const root = join(tmpdir(), `juesuan-uploads-${process.pid}`);
  return existsSync(root) ? readdirSync(root).sort() : [];
}
