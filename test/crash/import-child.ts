import { ImportYear, ReportAccount } from '@juesuan/application';
import { startApplication } from '../support/application';

/** Imports a folder into a database and computes its account, telling each step on stdout, until it is killed. */
async function main(): Promise<void> {
  const [db = '', folder = ''] = process.argv.slice(2);
  const { execute, ask, close } = await startApplication(db);
  process.stdout.write('started\n');
  const { recorded } = await execute(new ImportYear(folder, 2023, 'child'));
  process.stdout.write(`imported ${recorded}\n`);
  await ask(new ReportAccount({ unit: '900001', year: 2023 }, 'standard'));
  process.stdout.write('reported\n');
  await close();
}

void main();
