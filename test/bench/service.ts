import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { many } from './harness';

const PORT = 3999;
export const SERVICE = `http://127.0.0.1:${PORT}`;
const UNITS = 8;

/** Facts that are said again and again: what an office keeps saying does not grow without end. */
const FACTS = 10_000;

interface Service {
  readonly child: ChildProcess;
  readonly said: string;
}

/** Lends the service on the embedded store with the example department; `signIn` answers an officer's token, good for ten minutes. */
export async function withService(work: (signIn: () => Promise<string>) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const service = await start(join(folder, 'service.db'));
  try {
    await work(() => officer(service));
  } finally {
    service.child.kill('SIGTERM');
    await once(service.child, 'exit');
    rmSync(folder, { recursive: true });
  }
}

async function start(db: string): Promise<Service> {
  const main = join(__dirname, '../../apps/api/src/main.js');
  const env = { ...process.env, PORT: `${PORT}`, JUESUAN_DB: db, LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [...process.execArgv, main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const piece of child.stdout) {
    said += String(piece);
    if (said.includes('已启动')) return { child, said };
  }
  throw new Error(`the service did not start: ${said}`);
}

async function officer({ said }: Service): Promise<string> {
  const [, password = ''] = /^ {2}经办 {2}(\S+)/m.exec(said) ?? [];
  const body = JSON.stringify({ name: '经办', password });
  const response = await fetch(`${SERVICE}/api/sign-in`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json' },
  });
  return ((await response.json()) as { accessToken: string }).accessToken;
}

/** Sends requests as told; throws an Error where one was refused, because a refusal is faster than an answer. */
export async function load({ url = SERVICE, ...options }: Partial<autocannon.Options>): Promise<autocannon.Result> {
  const result = await autocannon({ url, ...options });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return result;
}

/** Answers per second. */
export const rate = ({ requests }: autocannon.Result): string => many(Math.round(requests.average));

let sent = 0;

/** What an officer may read: the lines of one unit. */
export const lines = (token: string) => ({
  url: `${SERVICE}/api/units/301001/years/2023/lines`,
  headers: { Authorization: `Bearer ${token}` },
});

/** Commands that every unit of the department gets in turn, each with a key of its own. */
export const commands = (token: string): Pick<autocannon.Options, 'requests'> => ({
  requests: [{ method: 'PUT', setupRequest: (request) => ({ ...request, ...disclosure(token) }) }],
});

/** One such command. */
export function disclosure(token: string) {
  const unit = `30100${1 + (sent % UNITS)}`;
  return {
    path: `/api/units/${unit}/years/2023/disclosures/bench-${(sent += 1) % FACTS}`,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `bench-key-${sent}`,
    },
    body: JSON.stringify({ value: `${sent}` }),
  };
}

/** The service's resident set, in bytes. */
export async function memory(): Promise<number> {
  const text = await (await fetch(`${SERVICE}/api/metrics`)).text();
  const [, bytes = '0'] = /^process_resident_memory_bytes (\S+)/m.exec(text) ?? [];
  return Number(bytes);
}

export const inMb = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Opens so many live streams, which end with the signal. */
export const watchers = (count: number, token: string, signal: AbortSignal): Promise<Response[]> =>
  Promise.all(
    Array.from({ length: count }, () =>
      fetch(`${SERVICE}/api/live`, { headers: { Authorization: `Bearer ${token}` }, signal }),
    ),
  );
