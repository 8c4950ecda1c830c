import { type Benchmark, many } from './harness';
import { commands, inMb, lines, load, memory, watchers, withService } from './service';

const WATCHERS = 300;
const MINUTES = 10;
const ROUND_SECONDS = 60;
const COMMANDS = 200;
const READS = 50;

/**
 * Ten minutes of an even load – commands, reads, open pages – minute by minute. What grows in memory is what the years hold: each
 * command's id is remembered so that its repetition is known; so growth is told by command.
 */
export const day: Benchmark = (report, { scale }) =>
  withService(async (signIn) => {
    const stop = new AbortController();
    const streams = await watchers(WATCHERS, await signIn(), stop.signal);
    const drained = streams.map(async ({ body }) => body?.pipeTo(new WritableStream()).catch(() => undefined));
    const held: number[] = [];
    let [recorded, slowest] = [0, 0];
    for (let minute = 0; minute < MINUTES * scale; minute++) {
      const token = await signIn();
      const [reads, writes] = await Promise.all([
        load({ ...lines(token), connections: 2, duration: ROUND_SECONDS, overallRate: READS }),
        load({ ...commands(token), connections: 10, duration: ROUND_SECONDS, overallRate: COMMANDS }),
      ]);
      if (minute > 0) recorded += writes.requests.total;
      slowest = Math.max(slowest, reads.latency.p99);
      held.push(await memory());
    }
    stop.abort();
    await Promise.all(drained);
    const [first = 0, last = 0] = [held[0], held.at(-1)];
    const each = Math.round((last - first) / Math.max(1, recorded));
    report({
      what: `HTTP：${held.length} 分钟不停，每秒 ${COMMANDS} 个命令、${READS} 次读取，${WATCHERS} 个页面开着`,
      figure: `读取 p99 不超过 ${slowest} ms`,
      against: `第一分钟后记 ${many(recorded)} 个命令，内存每个命令增 ${each} 字节`,
      memory: held.map(inMb).join(' → '),
    });
  });
