import { spawnSync } from 'node:child_process';
import type { Benchmark, Measurement } from './harness';
import { markdown } from './harness';
import { commands } from './commands';
import { document } from './document';
import { elsewhere } from './elsewhere';
import { http } from './http';
import { open } from './open';
import { importing } from './import';
import { rebuild } from './rebuild';
import { report } from './report';

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  commands,
  import: importing,
  open,
  report,
  elsewhere,
  document,
  rebuild,
  http,
};

/**
 * `npm run bench [-- NAME [SCALE]]`: every benchmark in a process of its own, so that memory is its own; prints Markdown.
 * With JUESUAN_BENCH set this process is such a child and prints its measurements as JSON.
 */
async function main(): Promise<void> {
  const [name, scale = '1'] = process.argv.slice(2);
  if (process.env['JUESUAN_BENCH'] !== undefined && name !== undefined) return measure(name, Number(scale));
  const names = name === undefined ? Object.keys(BENCHMARKS) : [name];
  console.log(markdown(names.flatMap((each) => inOwnProcess(each, scale))));
}

async function measure(name: string, scale: number): Promise<void> {
  const benchmark = BENCHMARKS[name];
  if (!benchmark) throw new Error(`no benchmark ${name}; there are ${Object.keys(BENCHMARKS).join(', ')}`);
  const measurements: Measurement[] = [];
  await benchmark((what, value, ratio = '', memory = '') => measurements.push({ name: what, value, ratio, memory }), {
    scale,
  });
  process.stdout.write(JSON.stringify(measurements));
}

function inOwnProcess(name: string, scale: string): Measurement[] {
  const child = spawnSync(process.execPath, ['--expose-gc', __filename, name, scale], {
    env: { ...process.env, JUESUAN_BENCH: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  });
  if (child.status !== 0) throw new Error(`benchmark ${name} failed`);
  return JSON.parse(child.stdout.toString()) as Measurement[];
}

void main();
