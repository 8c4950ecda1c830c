import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportYear, ListLines } from '@juesuan/application';
import { startApplication } from '../support/application';
import { pay } from './commands';
import { using } from './departments';
import { type Benchmark, inMs, many, peakMemory, seconds, times } from './harness';
import { writeYear } from './year';

/** The system opened on a unit-year of 300,000 payments: until it answers, and until it has recorded one more. */
export const open: Benchmark = async (report, { scale }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const payments = 300_000 * scale;
  const tenth = await opened(folder, payments / 10);
  const full = await opened(folder, payments);
  report({
    what: `打开有 ${many(payments)} 笔支付的单位年度，答出全部指标`,
    figure: inMs(full.snapshot.answer),
    growth: times(full.snapshot.answer, tenth.snapshot.answer),
  });
  report({
    what: `其上的第一个命令，由快照`,
    figure: inMs(full.snapshot.command),
    against: `${times(full.snapshot.command, full.events.command)}于由全部事件（${inMs(full.events.command)}）`,
    growth: times(full.snapshot.command, tenth.snapshot.command),
    memory: peakMemory(),
    headline: true,
  });
  rmSync(folder, { recursive: true });
};

async function opened(folder: string, payments: number) {
  const file = join(folder, `${payments}.db`);
  const input = writeYear(join(folder, `input-${payments}`), payments);
  await using(file, ({ execute }) => execute(new ImportYear(input, 2023, 'bench')));
  // The first leaves a snapshot behind.
  return { events: await start(file, 0), snapshot: await start(file, 1) };
}

async function start(file: string, number: number): Promise<{ answer: number; command: number }> {
  const begin = performance.now();
  const { execute, ask, close } = await startApplication(file);
  await ask(new ListLines({ unit: '900001', year: 2023 }));
  const answer = (performance.now() - begin) / 1000;
  const command = await seconds(() => execute(pay(number)));
  await close();
  return { answer, command };
}
