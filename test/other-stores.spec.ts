import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ImportYear, Rebuild, ReportAccount, VerifyLog } from '@juesuan/application';
import { type Stores, withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';
import { startPostgres } from './support/postgres';

const ROOT = join(__dirname, '..');

/** The in-process EventStoreDB stand-in in a process of its own; it ends when its input does. */
async function startStandIn(): Promise<{ url: string; child: ChildProcess }> {
  const script = join(ROOT, 'libs', 'event-store', 'testing', 'grpc-stand-in.ts');
  const register = join(ROOT, 'test', 'support', 'register.cjs');
  const child = spawn(process.execPath, ['-r', register, script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [text] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return { url: text.trim(), child };
}

/** What a department's year comes to on some stores, and that it survives import again, rebuild and verification there. */
const accountOn = (stores: Stores): Promise<unknown> =>
  withApplication(async ({ execute, ask }) => {
    const input = folderOf(SMALL_YEAR);
    await execute(new ImportYear(input, 2023, 'test'));
    const query = new ReportAccount({ unit: '500', year: 2023 }, 'standard');
    const { json, incompleteImports } = await ask(query);
    expect(incompleteImports).toEqual([]);
    expect(await execute(new ImportYear(input, 2023, 'test'))).toMatchObject({ recorded: 0 });
    expect((await execute(new Rebuild())).differences).toEqual([]);
    expect((await ask(new VerifyLog())).damage).toBeNull();
    expect((await ask(query)).json).toEqual(json);
    return json;
  }, stores);

it('gives the same account on EventStoreDB and PostgreSQL as on one embedded file', async () => {
  const embedded = await accountOn({});
  const postgres = await startPostgres();
  const { url, child } = await startStandIn();
  try {
    expect(await accountOn({ DATABASE_URL: postgres.url })).toEqual(embedded);
    expect(await accountOn({ EVENTSTORE_URL: url })).toEqual(embedded);
  } finally {
    child.stdin?.end();
    await once(child, 'close');
    await postgres.stop();
  }
});
