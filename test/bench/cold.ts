import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVENT_STORE, ImportYear, ListLines } from '@juesuan/application';
import type { EventStore } from '@juesuan/event-store';
import { startApplication } from '../support/application';
import { pay } from './commands';
import { using } from './departments';
import { type Benchmark, inMs, many, peakMemory, times } from './harness';
import { writeYear } from './year';

const UNITS = 20;

/** A cold start on a log of a million events: from the beginning of the process until it has answered, and recorded one more. */
export const cold: Benchmark = async (report, { scale }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const events = 1_000_000 * scale;
  const tenth = coldStart(folder, events / 10);
  const full = coldStart(folder, events);
  report({
    what: `冷启动：${many(events)} 个事件的数据，从启动进程到答出一个单位的指标`,
    figure: inMs(full.answer),
    against: `${times(full.answer, full.scan)}于从头读一遍日志（${inMs(full.scan)}）`,
    growth: times(full.answer, tenth.answer),
    memory: full.memory,
    headline: true,
  });
  report({
    what: `同上，再记下第一笔`,
    figure: inMs(full.command),
    growth: times(full.command, tenth.command),
  });
  rmSync(folder, { recursive: true });
};

/** Seconds since the process began; `scan`: what reading the whole log takes. */
interface ColdStart {
  readonly answer: number;
  readonly command: number;
  readonly scan: number;
  readonly memory: string;
}

function coldStart(folder: string, events: number): ColdStart {
  const file = join(folder, `${events}.db`);
  alone(`fillUnits(${JSON.stringify(file)}, ${events})`);
  // The first command of a unit leaves its snapshot; a service that ran before would have done so.
  alone(`firstAnswers(${JSON.stringify(file)}, 0)`);
  const { answer, command, memory } = JSON.parse(alone(`firstAnswers(${JSON.stringify(file)}, 1)`)) as ColdStart;
  return { answer, command, memory, scan: Number(alone(`wholeLog(${JSON.stringify(file)})`)) };
}

/** What one of the functions below prints in a process of its own. */
function alone(call: string): string {
  const script = `require(${JSON.stringify(__filename)}).${call}`;
  const words = [...process.execArgv.filter((word) => word !== '--expose-gc'), '-e', script];
  const { status, stdout } = spawnSync(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) throw new Error(`${call} failed`);
  return stdout.toString();
}

const unitCode = (index: number): string => String(900_001 + index);

export const fillUnits = (file: string, events: number): Promise<void> =>
  using(file, async ({ execute }) => {
    for (let index = 0; index < UNITS; index++) {
      const input = writeYear(`${file}-input-${index}`, events / UNITS, unitCode(index));
      await execute(new ImportYear(input, 2023, 'bench'));
      rmSync(input, { recursive: true });
    }
  });

export async function firstAnswers(file: string, number: number): Promise<void> {
  const { execute, ask, close } = await startApplication(file);
  await ask(new ListLines({ unit: unitCode(0), year: 2023 }));
  const answer = performance.now() / 1000;
  await execute(pay(number));
  const command = performance.now() / 1000;
  await close();
  process.stdout.write(JSON.stringify({ answer, command, memory: peakMemory() }));
}

export const wholeLog = (file: string): Promise<void> =>
  using(file, async ({ app }) => {
    const begin = performance.now();
    let count = 0;
    for await (const page of app.get<EventStore>(EVENT_STORE).readAll(null, ['budgetYear-'])) count += page.length;
    if (count === 0) throw new Error('nothing was read');
    process.stdout.write(String((performance.now() - begin) / 1000));
  });
