import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '@juesuan/application';
import { cold } from './cold';
import { commands } from './commands';
import { day } from './day';
import { document } from './document';
import { elsewhere } from './elsewhere';
import type { Benchmark, Measurement } from './harness';
import { http } from './http';
import { importing } from './import';
import { live } from './live';
import { open } from './open';
import { hottest } from './profile';
import { rebuild } from './rebuild';
import { report } from './report';
import { intoReadme, type Section, tableOf, withSections } from './results';

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  import: importing,
  commands,
  live,
  report,
  document,
  open,
  cold,
  rebuild,
  http,
  day,
  elsewhere,
};

const OWN = join(PROJECT_ROOT, 'test', 'bench');
const RESULTS = join(OWN, 'RESULTS.md');
const README = join(PROJECT_ROOT, 'README.md');

/**
 * `npm run bench [-- NAME … --scale N --write --profile]`: every benchmark in a process of its own, so that memory is its own; prints
 * Markdown. `--write` puts the figures into RESULTS.md and README, `--profile` tells instead where the time goes, in profiles/NAME.txt.
 * With JUESUAN_BENCH set this process is such a child and prints its measurements as JSON.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scale: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
    },
  });
  const [first] = positionals;
  if (process.env['JUESUAN_BENCH'] !== undefined && first !== undefined) return measure(first, Number(values.scale));
  for (const name of positionals.length === 0 ? Object.keys(BENCHMARKS) : positionals) {
    if (values.profile) writeProfile(name, values.scale);
    else tell(name, inOwnProcess(name, values.scale), values.write);
  }
}

async function measure(name: string, scale: number): Promise<void> {
  const measurements: Measurement[] = [];
  await benchmarkOf(name)((measurement) => measurements.push(measurement), { scale });
  process.stdout.write(JSON.stringify(measurements));
}

function benchmarkOf(name: string): Benchmark {
  const benchmark = BENCHMARKS[name];
  if (!benchmark) throw new Error(`no benchmark ${name}; there are ${Object.keys(BENCHMARKS).join(', ')}`);
  return benchmark;
}

function inOwnProcess(name: string, scale: string, flags: readonly string[] = []): Measurement[] {
  benchmarkOf(name);
  const words = ['--expose-gc', ...flags, __filename, name, '--scale', scale];
  const env = { ...process.env, JUESUAN_BENCH: '1' };
  const child = spawnSync(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 });
  if (child.status !== 0) throw new Error(`benchmark ${name} failed`);
  return JSON.parse(child.stdout.toString()) as Measurement[];
}

function tell(name: string, measurements: readonly Measurement[], write: boolean): void {
  console.log(`## ${name}\n\n${tableOf(measurements)}\n`);
  if (!write) return;
  const section: Section = { name, where: whereAndWhen(), measurements };
  const before = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '';
  writeFileSync(RESULTS, withSections(before, [section], Object.keys(BENCHMARKS)));
  writeFileSync(README, intoReadme(readFileSync(README, 'utf8'), readFileSync(RESULTS, 'utf8')));
}

function whereAndWhen(): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} 核（${cpu?.model.trim()}），Node ${process.versions.node}`;
  const load = (loadavg()[1] ?? 0).toFixed(1);
  return `${new Date().toISOString().slice(0, 10)}，${machine}；测时五分钟平均负载 ${load}，超过核数即有别的程序争用`;
}

/** What is measured while it is watched counts nowhere. */
function writeProfile(name: string, scale: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-profile-'));
  inOwnProcess(name, scale, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
  mkdirSync(join(OWN, 'profiles'), { recursive: true });
  writeFileSync(join(OWN, 'profiles', `${name}.txt`), `${hottest(folder)}\n`);
  rmSync(folder, { recursive: true });
}

void main();
