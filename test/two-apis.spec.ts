import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Rebuild } from '@juesuan/application';
import { freePort, PASSWORD } from '../apps/api/testing/service';
import { withApplication } from './support/application';
import { startPostgres } from './support/postgres';

const ROOT = join(__dirname, '..');
const REGISTER = join(ROOT, 'test', 'support', 'register.cjs');
const QUOTA = 300;
const ASKED = 500;

/** Runs a program of the house from its sources. */
function run(script: string, env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['-r', REGISTER, join(ROOT, script)], {
    env: { ...process.env, LOG_LEVEL: 'error', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

async function said(child: ChildProcess, words: RegExp): Promise<string> {
  let text = '';
  for await (const piece of child.stdout ?? []) {
    text += String(piece);
    if (words.test(text)) return text;
  }
  throw new Error(`the program ended: ${text}`);
}

interface Api {
  readonly child: ChildProcess;
  readonly url: string;
  readonly said: string;
}

async function startApi(env: Readonly<Record<string, string>>): Promise<Api> {
  const port = await freePort();
  const child = run('apps/api/src/main.ts', {
    ...env,
    PORT: `${port}`,
    JUESUAN_EXAMPLE: 'off',
    JUESUAN_PROJECTION: 'off',
  });
  return { child, url: `http://127.0.0.1:${port}`, said: await said(child, /已启动/) };
}

async function ask(
  url: string,
  what: string,
  token: string | null,
  body: object,
): Promise<{ status: number; body: Answered }> {
  const [method = '', path = ''] = what.split(' ');
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': createHash('sha256')
        .update(path + JSON.stringify(body))
        .digest('hex'),
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answered };
}
interface Answered {
  readonly accessToken: string;
  readonly code: string;
  readonly password: string;
  readonly [field: string]: unknown;
}

/** Signs the first administrator in, and through her an officer. */
async function people({ url, said: text }: Api): Promise<{ administrator: string; officer: string }> {
  const [, oneTime = ''] = /admin {2}(\S+)/.exec(text) ?? [];
  const signIn = async (name: string, password: string): Promise<string> =>
    (await ask(url, 'POST /api/sign-in', null, { name, password })).body.accessToken;
  const changed = async (name: string, current: string): Promise<string> =>
    (await ask(url, 'POST /api/me/password', await signIn(name, current), { current, next: PASSWORD })).body
      .accessToken;
  const administrator = await changed('admin', oneTime);
  const user = { name: '经办', displayName: '经办', roles: ['officer'], units: ['700'] };
  const { body } = await ask(url, 'POST /api/users', administrator, user);
  return { administrator, officer: await changed('经办', body.password) };
}

const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };

it('two services and a dying projector never overspend a line, and lose or double nothing', async () => {
  const postgres = await startPostgres();
  const store = run('libs/event-store/testing/grpc-stand-in.ts', {});
  const env = { EVENTSTORE_URL: (await said(store, /\n/)).trim(), DATABASE_URL: postgres.url };
  let projector = run('apps/projector/src/main.ts', env);
  const first = await startApi(env);
  const second = await startApi(env);
  try {
    const { administrator, officer } = await people(first);
    const opened = { unitName: '七百', unitType: 'institution' };
    expect((await ask(first.url, 'POST /api/units/700/years/2023/open', administrator, opened)).status).toBe(201);
    const budget = { line: LINE, amount: `${QUOTA}.00`, origin: 'current' };
    // The officer's rights stand on the opening, which the projector takes in its own time.
    expect((await ask(first.url, 'POST /api/units/700/years/2023/original-budget', officer, budget)).status).toBe(201);
    let accepted = 0;
    const refusals = new Set<string>();
    const pay = async (index: number): Promise<void> => {
      const body = { voucher: `V${index}`, date: '2023-03-01', line: LINE, economicItem: '30201', amount: '1.00' };
      const { url } = index % 2 === 0 ? first : second;
      const answer = await ask(url, 'POST /api/units/700/years/2023/payments', officer, body);
      if (answer.status === 201) accepted++;
      else refusals.add(answer.body.code);
      // A lost race may be asked again, with the same key.
      if (answer.body.code === 'lost-race') await pay(index);
      if (index % 100 === 50) {
        projector.kill('SIGKILL');
        projector = run('apps/projector/src/main.ts', env);
      }
    };
    const next = Array.from({ length: ASKED }, (_, index) => index)[Symbol.iterator]();
    const client = async (): Promise<void> => {
      for (const index of { [Symbol.iterator]: () => next }) await pay(index);
    };
    await Promise.all(Array.from({ length: 8 }, client));
    refusals.delete('lost-race');
    expect({ accepted, refusals: [...refusals] }).toEqual({ accepted: QUOTA, refusals: ['quota-exceeded'] });
    const result = await withApplication(({ execute }) => execute(new Rebuild()), env);
    expect({ events: result.events, differences: result.differences }).toEqual({ events: QUOTA + 2, differences: [] });
  } finally {
    for (const { child } of [first, second]) await ended(child);
    await ended(projector);
    store.stdin?.end();
    await postgres.stop();
  }
});

/** Asks a program to stop and waits until it did; whatever it acknowledged it finishes first. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const [code, signal] = (await exit) as [number | null, string | null];
  // Nest ends itself by the signal it was asked with, after it has let go of everything.
  expect(code === 0 || signal === 'SIGTERM').toBe(true);
}
