import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ImportYear } from '@juesuan/application';
import { startApplication, type TestApplication } from '../support/application';
import { writeDepartment } from './year';

/** The made-up department of the benchmarks. */
export const DEPARTMENT = '900';

/**
 * A data file of its own with so many payments of a department, imported by a process of its own, so that the memory measured
 * here is not the import's.
 */
export function departmentFile(folder: string, units: number, payments: number): string {
  const db = join(folder, `${units}-${payments}.db`);
  const script = `require(${JSON.stringify(__filename)}).fill(${JSON.stringify(db)}, ${units}, ${payments})`;
  const { status } = spawnSync(process.execPath, ['-e', script], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('the import failed');
  return db;
}

/** Run by the process that imports. */
export const fill = (db: string, units: number, payments: number): Promise<void> =>
  using(db, async ({ execute }) => {
    const input = writeDepartment(`${db}-input`, DEPARTMENT, units, payments);
    await execute(new ImportYear(input, 2023, 'bench'));
  });

/** The system on a data file, ended afterwards. */
export async function using<T>(db: string, work: (application: TestApplication) => Promise<T>): Promise<T> {
  const application = await startApplication(db);
  try {
    return await work(application);
  } finally {
    await application.close();
  }
}
