import { EVENT_STORE, ImportYear, READ_STORE, ReportAccount } from '@juesuan/application';
import type { EventStore } from '@juesuan/event-store';
import { openReadStore, type ReadStore } from '@juesuan/read-store';
import { withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';
import { startPostgres } from './support/postgres';

it('an import leaves the read store to the projectors, waits for them, and knows units opened a moment ago', async () => {
  const postgres = await startPostgres();
  const projectors = await openReadStore({ postgresUrl: postgres.url });
  const stores = { DATABASE_URL: postgres.url, JUESUAN_PROJECTION: 'off' };
  await withApplication(async ({ app, execute, ask }) => {
    const events = app.get<EventStore>(EVENT_STORE);
    const catchUp = jest.spyOn(app.get<ReadStore>(READ_STORE), 'catchUp');
    const { '00-单位': units, ...rest } = SMALL_YEAR;
    const following = await projectors.follow(events);
    await execute(new ImportYear(folderOf({ '00-单位': units ?? [] }), 2023, 'officer'));
    const { recorded, notices } = await execute(new ImportYear(folderOf(rest), 2023, 'officer'));
    const { incompleteImports, json } = await ask(new ReportAccount({ unit: '500', year: 2023 }, 'standard'));
    expect({ recorded: recorded > 0, notices, incompleteImports }).toEqual({
      recorded: true,
      notices: [],
      incompleteImports: [],
    });
    expect(catchUp).not.toHaveBeenCalled();
    await following.stop();
    expect(JSON.stringify(json)).toContain('2010607');
  }, stores);
  await projectors.close();
  await postgres.stop();
});
