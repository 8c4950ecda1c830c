import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportYear, ReportAccount } from '@juesuan/application';
import { startApplication } from '../support/application';
import { type Benchmark, peakMemory, seconds } from './harness';
import { writeYear } from './year';

const REPORTS = 20;

/** The report of one unit-year with 5,000 payments, without files: tables, items, sentences, checks. */
export const report: Benchmark = async (tell, { scale }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const { execute, ask, close } = await startApplication(join(folder, 'report.db'));
  await execute(new ImportYear(writeYear(join(folder, 'input'), 5_000 * scale), 2023, 'bench'));
  const query = new ReportAccount({ unit: '900001', year: 2023 }, 'standard');
  const first = await seconds(() => ask(query));
  const all = await seconds(async () => {
    for (let index = 0; index < REPORTS; index++) await ask(query);
  });
  const each = (all / REPORTS) * 1000;
  tell(
    `report of one unit-year, ${5_000 * scale} payments`,
    `${each.toFixed(1)} ms`,
    `first ${(first * 1000).toFixed(0)} ms`,
    peakMemory(),
  );
  await close();
  rmSync(folder, { recursive: true });
};
