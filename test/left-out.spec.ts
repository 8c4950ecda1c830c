import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CheckAccount,
  DefineCodes,
  EVENT_STORE,
  ImportYear,
  ListUnits,
  Rebuild,
  Record,
  ReportAccount,
} from '@juesuan/application';
import { type EventStore, StoreUnavailable } from '@juesuan/event-store';
import { startApplication, type TestApplication, withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';
import { edit } from './support/tampering';

const BY = { actor: '会计', administrator: false };
const folder = mkdtempSync(join(tmpdir(), 'juesuan-left-out-'));
afterAll(() => rmSync(folder, { recursive: true }));

const d10 = async ({ ask }: TestApplication, moment: { asOf?: string; knownAt?: string } = {}) =>
  (await ask(new CheckAccount({ unit: '500', year: 2023, ...moment }))).find(({ id }) => id === 'D10');

const failing = (says: string) => ({ outcome: 'failed', says: expect.stringContaining(says) as unknown });

/** Everything that the ledger holds of a unit. */
const withoutUnit = (unit: string): string[] => [
  `DELETE FROM entry WHERE balance_id IN (SELECT id FROM balance WHERE unit = '${unit}')`,
  `DELETE FROM balance WHERE unit = '${unit}'`,
  `DELETE FROM unit WHERE code = '${unit}'`,
];

const LAST = "(SELECT revision FROM unit WHERE code = '500002')";
/** A unit's last event as if it had never been taken. */
const WITHOUT_LAST_EVENT = [
  `UPDATE balance SET amount = amount - (SELECT amount FROM entry WHERE balance_id = balance.id AND revision = ${LAST})
   WHERE unit = '500002' AND id IN (SELECT balance_id FROM entry WHERE revision = ${LAST})`,
  `DELETE FROM entry WHERE revision = ${LAST} AND balance_id IN (SELECT id FROM balance WHERE unit = '500002')`,
  "UPDATE unit SET revision = revision - 1 WHERE code = '500002'",
];

describe('a check of a department finds', () => {
  it.each([
    ['a unit that was moved out of it', ["UPDATE unit SET parent = NULL WHERE code = '500002'"], '单位 500002'],
    ['a unit that was moved to another year', ["UPDATE unit SET year = 2022 WHERE code = '500002'"], '单位 500002'],
    ['a unit that was removed with all that it held', withoutUnit('500002'), '单位 500002'],
    ['a unit of which events were left out', WITHOUT_LAST_EVENT, '单位 500002 台账只计到'],
    [
      'a unit that claims more events than there are',
      ["UPDATE unit SET revision = 999 WHERE code = '500002'"],
      '单位 500002',
    ],
  ])('%s', async (_what, changes, says) => {
    await withApplication(async (application) => {
      await application.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
      expect(await d10(application)).toMatchObject({ outcome: 'held' });
      await edit(application.db, ...changes);
      for (const moment of [{}, { asOf: '2023-12-31' }])
        expect(await d10(application, moment)).toMatchObject(failing(says));
    });
  });

  it('an entry that was changed beside its balance', async () => {
    await withApplication(async (application) => {
      await application.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
      await edit(
        application.db,
        'UPDATE entry SET amount = amount + 50000 WHERE rowid = (SELECT max(rowid) FROM entry)',
      );
      expect(await d10(application)).toMatchObject(failing('其分录合计为'));
    });
  });

  it('a unit that was removed, also where it asks what was known earlier', async () => {
    await withApplication(async (application) => {
      await application.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
      const knownAt = new Date().toISOString();
      expect(await d10(application, { knownAt })).toMatchObject({ outcome: 'held' });
      await edit(application.db, ...withoutUnit('500002'));
      expect(await d10(application, { knownAt })).toMatchObject(failing('单位 500002'));
    });
  });

  it('what was recorded behind a checkpoint that had been set forward', async () => {
    await withApplication(async (application) => {
      const { app, db, execute } = application;
      await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
      const end = (await app.get<EventStore>(EVENT_STORE).count()) ?? 0;
      await edit(db, `UPDATE checkpoint SET position = '${String(end + 1).padStart(16, '0')}'`);
      const data = { item: '2010601', reason: '另有原因' };
      await execute(new Record('500002', 2023, { type: 'RecordVarianceReason', data }, { ...BY, commandId: 'reason' }));
      expect(await d10(application)).toMatchObject(failing('单位 500002 台账只计到'));
      await execute(new Rebuild());
      expect(await d10(application)).toMatchObject({ outcome: 'held' });
    });
  });

  it.each([
    ["UPDATE code SET name = '别的名称'", '2010699'],
    ['DELETE FROM code', '2010699'],
    [`INSERT INTO code VALUES ('functional', '2010698', '没有事件', '', '')`, '2010698'],
  ])('imported codes that are not what was imported: %s', async (change, says) => {
    await withApplication(async (application) => {
      await application.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
      const file = join(folder, 'codes.csv');
      writeFileSync(file, '编码,名称,生效日期,失效日期\n2010699,补充的项,2023-01-01,\n');
      await application.execute(new DefineCodes('functional', file, '会计'));
      expect(await d10(application)).toMatchObject({ outcome: 'held' });
      await edit(application.db, change);
      expect(await d10(application)).toMatchObject(failing(`补充科目 ${says}`));
    });
  });

  it('an imported code that was changed in its event', async () => {
    await withApplication(async (application) => {
      await application.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
      const file = join(folder, 'codes.csv');
      writeFileSync(file, '编码,名称,生效日期,失效日期\n2010699,补充的项,2023-01-01,\n');
      await application.execute(new DefineCodes('functional', file, '会计'));
      await edit(
        application.db,
        'DROP TRIGGER event_refuses_update',
        "UPDATE event SET data = replace(data, '补充的项', '别的名称') WHERE type = 'CodesDefined'",
        "UPDATE code SET name = '别的名称'",
      );
      expect(await d10(application)).toMatchObject(failing('内容与它的哈希不符'));
    });
  });
});

it('a ledger that counts more than the log holds is refused to every query until it is rebuilt', async () => {
  await withApplication(async (application) => {
    const { db, execute, ask } = application;
    await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
    const account = () => ask(new ReportAccount({ unit: '500', year: 2023 }, 'standard'));
    const { json } = await account();
    await edit(db, "UPDATE checkpoint SET position = '0000000000009999'");
    for (const query of [account, () => ask(new ListUnits(2023)), () => d10(application)])
      await expect(query()).rejects.toMatchObject({
        code: 'ledger-ahead',
        message: expect.stringContaining('rebuild') as unknown,
      });
    await execute(new Rebuild());
    expect((await account()).json).toEqual(json);
  });
});

it('a service that leaves projecting to others refuses such a ledger, too', async () => {
  await withApplication(async ({ db, execute }) => {
    await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
    const service = await startApplication(db, { JUESUAN_PROJECTION: 'off' });
    await expect(service.ask(new ListUnits(2023))).resolves.toHaveLength(3);
    await edit(db, "UPDATE checkpoint SET position = '0000000000009999'");
    await expect(service.ask(new ListUnits(2023))).rejects.toMatchObject({ code: 'ledger-ahead' });
    await service.close();
  });
});

it('a service that leaves projecting to others goes on reading while the event store does not answer', async () => {
  await withApplication(async ({ db, execute }) => {
    await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
    const service = await startApplication(db, { JUESUAN_PROJECTION: 'off' });
    service.app.get<EventStore>(EVENT_STORE).end = () => Promise.reject(new StoreUnavailable('no answer'));
    await expect(service.ask(new ListUnits(2023))).resolves.toHaveLength(3);
    await service.close();
  });
});
