import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ExportDocument, ImportYear, ReportAccount, VerifyLog } from '@juesuan/application';
import { startApplication, type TestApplication } from '../support/application';
import { type Benchmark, peakMemory, seconds } from './harness';
import { writeDepartment } from './year';

const DEPARTMENT = '900';
const UNITS = 60;
const PAYMENTS = 200_000;
const PROFILE = 'shandong-2022';

/**
 * The whole disclosure of a department of 60 units and of one of its units: document with charts, workbook, check report and open data, the
 * chains of its units verified. The data is imported by a process of its own, so that the memory is the export's.
 */
export const document: Benchmark = async (tell, { scale }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const full = await inFile(folder, PAYMENTS * scale);
  const tenth = await inFile(folder, (PAYMENTS * scale) / 10);
  // The first of the process: what it loads is in it.
  const one = await exported(full, `${DEPARTMENT}001`);
  const small = await exported(tenth, DEPARTMENT);
  const large = await exported(full, DEPARTMENT);
  const memory = peakMemory();
  const { report, verify } = await references(full);
  const ms = (time: number): string => `${(time * 1000).toFixed(0)} ms`;
  tell(
    `document of ${UNITS} units, ${PAYMENTS * scale} payments`,
    `${large.toFixed(2)} s`,
    `${(large / verify).toFixed(1)} × verifying the log; ${(large / small).toFixed(1)} × that of a tenth of the payments`,
    memory,
  );
  tell(
    `document of one of these units, ${Math.round((PAYMENTS * scale) / UNITS)} payments`,
    ms(one),
    `${(one / report).toFixed(1)} × its report without files`,
  );
  rmSync(folder, { recursive: true });
};

/** A data file of its own with so many payments of the department. */
async function inFile(folder: string, payments: number): Promise<string> {
  const db = join(folder, `${payments}.db`);
  const script = `require(${JSON.stringify(__filename)}).fill(${JSON.stringify(db)}, ${payments})`;
  const { status } = spawnSync(process.execPath, ['-e', script], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('the import failed');
  return db;
}

/** Run by the process that imports. */
export const fill = (db: string, payments: number): Promise<void> =>
  using(db, async ({ execute }) => {
    const input = writeDepartment(`${db}-input`, DEPARTMENT, UNITS, payments);
    await execute(new ImportYear(input, 2023, 'bench'));
  });

const exported = (db: string, unit: string): Promise<number> =>
  using(db, ({ ask }) => seconds(() => ask(new ExportDocument({ unit, year: 2023 }, PROFILE))));

const references = (db: string) =>
  using(db, async ({ ask }) => ({
    report: await seconds(() => ask(new ReportAccount({ unit: `${DEPARTMENT}001`, year: 2023 }, PROFILE))),
    verify: await seconds(() => ask(new VerifyLog())),
  }));

async function using<T>(db: string, work: (application: TestApplication) => Promise<T>): Promise<T> {
  const application = await startApplication(db);
  try {
    return await work(application);
  } finally {
    await application.close();
  }
}
