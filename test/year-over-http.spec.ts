import { join } from 'node:path';
import { ImportYear } from '@juesuan/application';
import { CommandBus } from '@nestjs/cqrs';
import { rowsAsRequests } from '../apps/api/testing/rows-as-requests';
import { type Service, startService } from '../apps/api/testing/service';
import { type Postgres, startPostgres } from './support/postgres';

const CASE = join(__dirname, 'cases/liaocheng-2022/input');
const UNIT = '137001';
const YEAR = 2022;
const ACCOUNT = `GET /api/units/${UNIT}/years/${YEAR}/account/final-account.json?profile=shandong-2022`;

/** Events are numbered as they were recorded; the order within a day may differ. */
const withoutEvents = (account: { items: { drivers: { events?: unknown }[] }[] }): unknown => ({
  ...account,
  items: account.items.map((item) => ({ ...item, drivers: item.drivers.map(({ events: _, ...driver }) => driver) })),
});

describe.each(['the embedded store', 'PostgreSQL'])('a year lived over HTTP on %s', (store) => {
  let postgres: Postgres | null = null;
  let lived: Service;
  let imported: Service;
  beforeAll(async () => {
    if (store === 'PostgreSQL') postgres = await startPostgres();
    lived = await startService(postgres === null ? {} : { DATABASE_URL: postgres.url });
    imported = await startService();
  });
  afterAll(async () => {
    await lived.close();
    await imported.close();
    await postgres?.stop();
  });

  it('gives the account that the files give', async () => {
    const officer = await lived.join('officer', '经办甲', [UNIT]);
    const administrator = await lived.join('administrator', '管理员');
    const requests = rowsAsRequests(CASE, YEAR, UNIT);
    for (const [index, { what, body }] of requests.entries()) {
      const { token } = what.endsWith('/open') ? administrator : officer;
      const { status, body: answer } = await lived.ask(what, {
        token,
        body,
        headers: { 'Idempotency-Key': `row-${index}-of-it` },
      });
      if (status >= 300) throw new Error(`${what} ${JSON.stringify(body)}: ${status} ${JSON.stringify(answer)}`);
    }
    const { token } = await imported.join('administrator', '管理员');
    await imported.app.get(CommandBus).execute(new ImportYear(CASE, YEAR, '会计'));
    const [ours, theirs] = [await lived.ask(ACCOUNT, { token: officer.token }), await imported.ask(ACCOUNT, { token })];
    expect(requests.length).toBeGreaterThan(600);
    expect(withoutEvents(ours.body)).toEqual(withoutEvents(theirs.body));
  });
});
