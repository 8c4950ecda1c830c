import { openDatabase } from '@juesuan/sql';
import { sql } from 'kysely';
import { startPostgres } from './support/postgres';

it('a connection that breaks in the middle of work fails that work, and not the process', async () => {
  const postgres = await startPostgres();
  const database = openDatabase({ postgresUrl: postgres.url });
  const { db } = database;
  const work = db.connection().execute(async (held) => {
    await sql`select 1`.execute(held);
    await postgres.restart();
    await sql`select 2`.execute(held);
  });
  await expect(work).rejects.toThrow();
  expect((await sql`select 3 as number`.execute(db)).rows).toEqual([{ number: 3 }]);
  await database.close();
  await postgres.stop();
});
