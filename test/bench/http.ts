import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';
import { type Benchmark, type Report } from './harness';

const PORT = 3999;
const URL_ = `http://127.0.0.1:${PORT}`;
const UNITS = 8;
const WATCHERS = 300;

/** Commands, reads and live watchers over HTTP, against the example department; the reference is an empty answer of the same service. */
export const http: Benchmark = async (report, { scale }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const service = await start(join(folder, 'http.db'));
  try {
    const seconds = 10 * scale;
    const empty = await load({ connections: 50, duration: seconds, url: `${URL_}/api/health/live` });
    report('HTTP: empty answers, 50 clients', `${perSecond(empty)} /s`);
    const token = await officer(service);
    const ratio = (run: autocannon.Result): string =>
      `${(run.requests.average / empty.requests.average).toFixed(2)} × the empty answers`;
    for (const [connections, pipelining] of [
      [1, 1],
      [1, 10],
      [50, 1],
    ] as const) {
      const run = await load({ ...commands(token), connections, pipelining, duration: seconds });
      const who = connections === 1 ? `1 client, ${pipelining} in flight` : `${connections} clients`;
      report(`HTTP: durable commands, ${who}`, `${perSecond(run)} /s, p99 ${run.latency.p99} ms`, ratio(run));
    }
    await readsWhileWriting(report, token, seconds);
    await watching(report, token);
    report('HTTP: memory of the service', '', '', await memory());
  } finally {
    service.child.kill('SIGTERM');
    await once(service.child, 'exit');
    rmSync(folder, { recursive: true });
  }
};

interface Service {
  readonly child: ChildProcess;
  readonly said: string;
}

async function start(db: string): Promise<Service> {
  const main = join(__dirname, '../../apps/api/src/main.js');
  const env = { ...process.env, PORT: `${PORT}`, JUESUAN_DB: db, LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
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
  const response = await fetch(`${URL_}/api/sign-in`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json' },
  });
  return ((await response.json()) as { accessToken: string }).accessToken;
}

async function load({ url = URL_, ...options }: Partial<autocannon.Options>): Promise<autocannon.Result> {
  const result = await autocannon({ url, ...options });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return result;
}

const perSecond = ({ requests }: autocannon.Result): number => Math.round(requests.average);

let sent = 0;

/** Commands that every unit of the department gets in turn, each with a key of its own. */
const commands = (token: string): Pick<autocannon.Options, 'requests'> => ({
  requests: [{ method: 'PUT', setupRequest: (request) => ({ ...request, ...disclosure(token) }) }],
});

function disclosure(token: string) {
  const unit = `30100${1 + (sent % UNITS)}`;
  return {
    path: `/api/units/${unit}/years/2023/disclosures/bench-${(sent += 1)}`,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `bench-key-${sent}`,
    },
    body: JSON.stringify({ value: `${sent}` }),
  };
}

async function readsWhileWriting(report: Report, token: string, duration: number): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  const url = `${URL_}/api/units/301001/years/2023/lines`;
  const [reads, writes] = await Promise.all([
    load({ url, headers, connections: 2, duration, overallRate: 50 }),
    load({ ...commands(token), connections: 10, duration, overallRate: 500 }),
  ]);
  report(
    'HTTP: lines of a unit read beside 500 commands/s',
    `p50 ${reads.latency.p50} ms, p99 ${reads.latency.p99} ms`,
    `${perSecond(writes)} commands/s`,
  );
}

/** How long until the last of all watchers has been told one change. */
async function watching(report: Report, token: string): Promise<void> {
  const stop = new AbortController();
  const headers = { Authorization: `Bearer ${token}` };
  const open = () => fetch(`${URL_}/api/live`, { headers, signal: stop.signal });
  const streams = await Promise.all(Array.from({ length: WATCHERS }, open));
  const told = streams.map(firstEvent);
  const begin = performance.now();
  const { path, headers: own, body } = disclosure(token);
  await fetch(`${URL_}${path}`, { method: 'PUT', headers: own, body });
  await Promise.all(told);
  report(`HTTP: ${WATCHERS} live watchers see a change`, `${Math.round(performance.now() - begin)} ms`);
  stop.abort();
}

async function firstEvent({ body }: Response): Promise<void> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value = '', done = true } = (await reader?.read()) ?? {};
    if (done || value.includes('event: recorded')) return;
  }
}

async function memory(): Promise<string> {
  const text = await (await fetch(`${URL_}/api/metrics`)).text();
  const [, bytes = '0'] = /^process_resident_memory_bytes (\S+)/m.exec(text) ?? [];
  return `${Math.round(Number(bytes) / 1024 / 1024)} MB`;
}
