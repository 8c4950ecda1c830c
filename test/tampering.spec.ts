import { CheckAccount, EVENT_STORE, ImportYear, Rebuild, Record, ReportAccount, VerifyLog } from '@juesuan/application';
import type { EventStore } from '@juesuan/event-store';
import { openDatabase } from '@juesuan/sql';
import { CompiledQuery, type Kysely } from 'kysely';
import { type TestApplication, startApplication, withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';
import { edit, type Tables } from './support/tampering';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

const accountOf = async ({ ask }: TestApplication): Promise<unknown> =>
  (await ask(new ReportAccount({ unit: '500', year: 2023 }, 'standard'))).json;

async function query<Row>(db: Kysely<Tables>, text: string): Promise<Row[]> {
  return (await db.executeQuery<Row>(CompiledQuery.raw(text))).rows;
}

/** Every column of every table that is computed from the events, as the file itself tells. */
async function computedColumns(db: string): Promise<Column[]> {
  const database = openDatabase<Tables>({ sqliteFile: db });
  const columns = await query<Column>(
    database.db,
    `SELECT m.name AS "table", c.name AS "column", c.type FROM sqlite_schema m JOIN pragma_table_info(m.name) c
     WHERE m.type = 'table' AND m.name NOT GLOB 'sqlite_*' AND m.name NOT GLOB 'access_*' AND m.name NOT GLOB 'event*'
       AND m.name NOT IN ('checkpoint', 'snapshot')`,
  );
  await database.close();
  return columns;
}

/** What a rebuild says of a year that was edited, and whether the account is afterwards what it was. */
async function trial(
  change: (db: string) => Promise<void>,
): Promise<{ differences: readonly string[]; healed: boolean }> {
  return withApplication(async (first) => {
    await first.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, '会计'));
    const account = await accountOf(first);
    await change(first.db);
    const again = await startApplication(first.db);
    const { differences } = await again.execute(new Rebuild());
    const healed = JSON.stringify(await accountOf(again)) === JSON.stringify(account);
    await again.close();
    return { differences, healed };
  });
}

it('a check finds balances and entries that were falsified together, beside sound events', async () => {
  await withApplication(async ({ db, execute, ask }) => {
    await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
    const d10 = async (moment: { asOf?: string } = {}) => {
      const results = await ask(new CheckAccount({ unit: '500', year: 2023, ...moment }));
      return results.find(({ id }) => id === 'D10');
    };
    expect(await d10()).toMatchObject({ outcome: 'held' });
    expect(await d10({ asOf: '2023-06-30' })).toMatchObject({ outcome: 'held' });
    for (const table of ['balance', 'entry'])
      await edit(
        db,
        `UPDATE ${table} SET amount = amount - 1000000 WHERE ${table === 'balance' ? 'id' : 'balance_id'} IN
           (SELECT id FROM balance WHERE measure IN ('payment', 'income') ORDER BY id LIMIT 1)`,
      );
    for (const moment of [{}, { asOf: '2023-12-31' }])
      expect(await d10(moment)).toMatchObject({
        outcome: 'failed',
        says: expect.stringContaining('元，事件合计为') as unknown,
      });
    expect((await ask(new VerifyLog())).damage).toBeNull();
  });
});

it.each([
  [
    "UPDATE fact SET value = '\"别的\"' WHERE kind = 'reason' AND revision = (SELECT min(revision) FROM fact WHERE kind = 'reason')",
    '变动原因',
  ],
  ["DELETE FROM fact WHERE kind = 'priorAccount'", '上年决算数'],
  ["UPDATE unit SET name = name || '分局' WHERE code = '500'", '单位 500'],
])('a check finds what was written of the unit beside its events: %s', async (change, says) => {
  await withApplication(async ({ db, execute, ask }) => {
    await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
    await edit(db, change);
    const results = await ask(new CheckAccount({ unit: '500', year: 2023 }));
    expect(results.find(({ id }) => id === 'D10')).toMatchObject({
      outcome: 'failed',
      says: expect.stringContaining(says) as unknown,
    });
  });
});

it('a rebuild finds nothing where nothing was changed', async () => {
  expect(await trial(async () => undefined)).toEqual({ differences: [], healed: true });
});

it('a rebuild finds an edited field of every computed table that has rows, and puts it right', async () => {
  await withApplication(async (application) => {
    await application.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, '会计'));
    const account = JSON.stringify(await accountOf(application));
    const missed: string[] = [];
    const tables = new Set<string>();
    for (const { table, column, type } of await computedColumns(application.db)) {
      const value = type === 'text' ? `"${column}" || '7'` : `"${column}" + 7`;
      const one = `rowid = (SELECT max(rowid) FROM "${table}" WHERE "${column}" IS NOT NULL)`;
      await edit(application.db, `UPDATE "${table}" SET "${column}" = ${value} WHERE ${one}`);
      const { differences } = await application.execute(new Rebuild());
      if (differences.length === 0) missed.push(`${table}.${column}`);
      else tables.add(table);
      expect({ table, column, same: JSON.stringify(await accountOf(application)) === account }).toMatchObject({
        same: true,
      });
    }
    // A balance's number is no fact: its entries name it, and an edit orphans them.
    expect(missed.filter((name) => !EMPTY.some((table) => name.startsWith(table)))).toEqual([]);
    expect(tables.has('entry') && tables.has('balance')).toBe(true);
  });
});

/** Tables of which this year has no rows. */
const EMPTY = ['adjustment.', 'code.'];

it.each([
  ['a removed entry', 'DELETE FROM entry WHERE rowid = 3'],
  ['an entry put in', 'INSERT INTO entry SELECT * FROM entry WHERE rowid = 3'],
  ['a removed balance', 'DELETE FROM balance WHERE rowid = 2'],
  ['a removed unit', "DELETE FROM unit WHERE code = '500002'"],
  [
    'two amounts changed against each other',
    'UPDATE entry SET amount = amount + CASE rowid WHEN 1 THEN 5 ELSE -5 END WHERE rowid IN (1, 2)',
  ],
  [
    'two dates changed against each other',
    "UPDATE entry SET date = CASE date WHEN '2023-01-25' THEN '2023-02-25' ELSE '2023-01-25' END WHERE date IN ('2023-01-25', '2023-02-25')",
  ],
  [
    'an amount changed in entry and balance alike',
    'UPDATE balance SET amount = amount + 5 WHERE id = (SELECT balance_id FROM entry WHERE rowid = 3)',
  ],
  ['a checkpoint set back', "UPDATE checkpoint SET position = '0000000000000005', events = 5"],
  ['a checkpoint set to nothing', 'UPDATE checkpoint SET position = NULL, events = 0'],
])('a rebuild finds %s, and puts it right', async (_, change) => {
  const { differences, healed } = await trial((db) => edit(db, change));
  expect({ found: differences.length > 0, healed }).toEqual({ found: true, healed: true });
});

it('a rebuild finds a checkpoint set forward, past events that were then never counted', async () => {
  await withApplication(async ({ execute, app, db }) => {
    await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, '会计'));
    const end = (await app.get<EventStore>(EVENT_STORE).count()) ?? 0;
    for (const forward of [1, 2]) {
      await edit(db, `UPDATE checkpoint SET position = '${String(end + 1 + forward).padStart(16, '0')}'`);
      const data = { item: '2010601', reason: `原因${forward}` };
      const by = { actor: '会计', administrator: false, commandId: `reason-${forward}` };
      await execute(new Record('500001', 2023, { type: 'RecordVarianceReason', data }, by));
      const { differences } = await execute(new Rebuild());
      expect(differences[0]).toContain('末尾之后');
      expect(differences.join('\n')).toMatch(/说明事项 500001 2023 .*2010601/);
      expect((await execute(new Rebuild())).differences).toEqual([]);
    }
  });
});
