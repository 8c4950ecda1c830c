import { type Benchmark, inMs, perSecond, type Report, seconds } from './harness';
import { commands, disclosure, inMb, lines, load, memory, rate, SERVICE, watchers, withService } from './service';

const WATCHERS = 300;
/** Changes that every watcher is told while they come as fast as they can. */
const CHANGES = 200;

/** Commands, reads and live watchers over HTTP, against the example department; the reference is an empty answer of the same service. */
export const http: Benchmark = (report, { scale }) =>
  withService(async (signIn) => {
    const duration = 10 * scale;
    const empty = await load({ connections: 50, duration, url: `${SERVICE}/api/health/live` });
    report({ what: 'HTTP：空应答，50 个连接', figure: `${rate(empty)} /s` });
    const token = await signIn();
    // Counts nowhere: what is measured is a service that has been at work, as it is all day.
    await load({ ...commands(token), connections: 10, duration });
    for (const [connections, pipelining] of [
      [1, 1],
      [1, 10],
      [1, 50],
      [50, 1],
    ] as const) {
      const run = await load({ ...commands(token), connections, pipelining, duration });
      report({
        what: `HTTP：逐条落盘的命令，${connections} 个连接${pipelining > 1 ? `，${pipelining} 个在途` : ''}`,
        figure: `${rate(run)} /s，p99 ${run.latency.p99} ms`,
        against: `${(run.requests.average / empty.requests.average).toFixed(2)} 倍于空应答`,
        ...(connections * pipelining >= 50 && { headline: true }),
      });
    }
    await readsWhileWriting(report, token, duration);
    await watching(report, token);
  });

async function readsWhileWriting(report: Report, token: string, duration: number): Promise<void> {
  const [reads, writes] = await Promise.all([
    load({ ...lines(token), connections: 2, duration, overallRate: 50 }),
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
    memory: inMb(await memory()),
  });
}

/** Seconds until so many watchers have been told so many changes. */
async function told(token: string, count: number, changes: number): Promise<number> {
  const stop = new AbortController();
  const streams = await watchers(count, token, stop.signal);
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
  const { ok, status } = await fetch(`${SERVICE}${path}`, { method: 'PUT', headers, body });
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
      if (line.startsWith('data: [')) events += sumOf(JSON.parse(line.slice(6)) as { count: number }[]);
  }
}

const sumOf = (changes: readonly { readonly count: number }[]): number =>
  changes.reduce((sum, { count }) => sum + count, 0);
