import { ImportYear, Rebuild, ReportAccount, VerifyLog } from '@juesuan/application';
import { type Stores, withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';
import { startPostgres } from './support/postgres';
import { startStandIn } from './support/stand-in';

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
  const standIn = await startStandIn();
  try {
    expect(await accountOn({ DATABASE_URL: postgres.url })).toEqual(embedded);
    expect(await accountOn({ EVENTSTORE_URL: standIn.url })).toEqual(embedded);
  } finally {
    await standIn.stop();
    await postgres.stop();
  }
});
