import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportYear, ListLines } from '@juesuan/application';
import { startApplication } from '../support/application';
import { pay } from './commands';
import { type Benchmark, peakMemory, seconds } from './harness';
import { writeYear } from './year';

/** A process that starts on a unit-year of 300,000 payments: until it answers, and until it has recorded one more. */
export const open: Benchmark = async (report, { scale }) => {
  const payments = 300_000 * scale;
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const file = join(folder, 'open.db');
  const { execute, close } = await startApplication(file);
  await execute(new ImportYear(writeYear(join(folder, 'input'), payments), 2023, 'bench'));
  await close();
  const size = payments.toLocaleString('en-US');
  const withoutSnapshot = await start(file, 0);
  const withSnapshot = await start(file, 1);
  report(`start on ${size} payments, first answer`, ms(withSnapshot.answer));
  report(`first command on ${size} payments, from the events`, ms(withoutSnapshot.command));
  const ratio = `${(withSnapshot.command / withoutSnapshot.command).toFixed(2)} × from the events`;
  report(`first command on ${size} payments, from the snapshot`, ms(withSnapshot.command), ratio, peakMemory());
  rmSync(folder, { recursive: true });
};

async function start(file: string, number: number): Promise<{ answer: number; command: number }> {
  const begin = performance.now();
  const { execute, ask, close } = await startApplication(file);
  await ask(new ListLines({ unit: '900001', year: 2023 }));
  const answer = (performance.now() - begin) / 1000;
  const command = await seconds(() => execute(pay(number)));
  await close();
  return { answer, command };
}

const ms = (time: number): string => `${Math.round(time * 1000)} ms`;
