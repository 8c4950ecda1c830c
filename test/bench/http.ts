import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { type Benchmark, inMs, many, perSecond, type Report, seconds } from './harness';

const PORT = 3999;
const URL_ = `http://127.0.0.1:${PORT}`;
const UNITS = 8;
const WATCHERS = 300;
/** Changes that every watcher is told while they come as fast as they can. */
const CHANGES = 200;

/** Commands, reads and live watchers over HTTP, against the example department; the reference is an empty answer of the same service. */
export const http: Benchmark = async (report, { scale }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const service = await start(join(folder, 'http.db'));
  try {
    const duration = 10 * scale;
    const empty = await load({ connections: 50, duration, url: `${URL_}/api/health/live` });
    report({ what: 'HTTP：空应答，50 个连接', figure: `${rate(empty)} /s` });
    const token = await officer(service);
    for (const [connections, pipelining] of [
      [1, 1],
      [1, 10],
      [50, 1],
    ] as const) {
      const run = await load({ ...commands(token), connections, pipelining, duration });
      report({
        what: `HTTP：逐条落盘的命令，${connections} 个连接${pipelining > 1 ? `各 ${pipelining} 个在途` : ''}`,
        figure: `${rate(run)} /s，p99 ${run.latency.p99} ms`,
        against: `${(run.requests.average / empty.requests.average).toFixed(2)} 倍于空应答`,
        ...(connections === 50 && { headline: true }),
      });
    }
    await readsWhileWriting(report, token, duration);
    await watching(report, token);
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

const rate = ({ requests }: autocannon.Result): string => many(Math.round(requests.average));

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
  report({
    what: 'HTTP：每秒 500 个命令之余，读一个单位的指标',
    figure: `p50 ${reads.latency.p50} ms，p99 ${reads.latency.p99} ms`,
    against: `命令 ${rate(writes)} /s`,
    headline: true,
  });
}

/** How long until the last of all watchers has been told one change, and how many they are told when changes come as fast as they can. */
async function watching(report: Report, token: string): Promise<void> {
  const one = await told(token, 1, 1);
  const all = await told(token, WATCHERS, 1);
  const flood = await told(token, WATCHERS, CHANGES);
  report({
    what: `HTTP：${WATCHERS} 个开着的页面都看到一项变动`,
    figure: inMs(all),
    against: `只有一个页面时 ${inMs(one)}`,
    headline: true,
  });
  report({
    what: `HTTP：${CHANGES} 项变动送到 ${WATCHERS} 个页面`,
    figure: perSecond(CHANGES * WATCHERS, flood),
    memory: await memory(),
  });
}

/** Seconds until so many watchers have been told so many changes. */
async function told(token: string, watchers: number, changes: number): Promise<number> {
  const stop = new AbortController();
  const headers = { Authorization: `Bearer ${token}` };
  const open = () => fetch(`${URL_}/api/live`, { headers, signal: stop.signal });
  const streams = await Promise.all(Array.from({ length: watchers }, open));
  const all = streams.map((stream) => heard(stream, changes));
  const took = await seconds(async () => {
    await Promise.all(Array.from({ length: changes }, () => send(token)));
    await Promise.all(all);
  });
  stop.abort();
  return took;
}

async function send(token: string): Promise<void> {
  const { path, headers, body } = disclosure(token);
  const { ok, status } = await fetch(`${URL_}${path}`, { method: 'PUT', headers, body });
  if (!ok) throw new Error(`refused with ${status}`);
}

async function heard({ body }: Response, changes: number): Promise<void> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let events = 0;
  for (let rest = ''; events < changes;) {
    const { value = '', done = true } = (await reader?.read()) ?? {};
    if (done) throw new Error('the service stopped telling');
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines)
      if (line.startsWith('data: {')) events += (JSON.parse(line.slice(6)) as { count: number }).count;
  }
}

async function memory(): Promise<string> {
  const text = await (await fetch(`${URL_}/api/metrics`)).text();
  const [, bytes = '0'] = /^process_resident_memory_bytes (\S+)/m.exec(text) ?? [];
  return `${Math.round(Number(bytes) / 1024 / 1024)} MB`;
}
