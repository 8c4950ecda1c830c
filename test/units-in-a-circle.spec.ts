import { copyYear, EVENT_STORE, ImportYear, ListUnits, Record } from '@juesuan/application';
import { budgetYearStream } from '@juesuan/execution';
import { type Append, eventId, type EventStore, type NewEvent } from '@juesuan/event-store';
import { withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';

const opening = (unitCode: string, parentCode: string | null): Record =>
  new Record(
    unitCode,
    2023,
    {
      type: 'OpenFiscalYear',
      data: { unitCode, unitName: `单位${unitCode}`, parentCode, unitType: 'administrative', year: 2023 },
    },
    { actor: 'head', administrator: true, commandId: `open ${unitCode}` },
  );

/** An opening as it could be recorded before its parent was asked for. */
function openedBefore(unitCode: string, parentCode: string): Append {
  const stream = budgetYearStream(unitCode, 2023);
  const data = { unitCode, unitName: '甲', parentCode, unitType: 'administrative', year: 2023 };
  const metadata = { commandId: 'open', fingerprint: 'f', actor: 'x' };
  const event: NewEvent = { id: eventId(stream, 'open', 0), type: 'FiscalYearOpened', version: 1, data, metadata };
  return { stream, expected: -1, events: [event] };
}

describe('a unit below nobody', () => {
  it('is refused until its parent is opened', async () => {
    await withApplication(async ({ execute, ask }) => {
      await expect(execute(opening('8', '9'))).rejects.toMatchObject({ code: 'parent-not-opened' });
      await execute(opening('9', null));
      await execute(opening('8', '9'));
      expect(await execute(opening('8', '9'))).toMatchObject({ repeated: true });
      expect((await ask(new ListUnits(2023))).map(({ code }) => code)).toEqual(['8', '9']);
    });
  });
});

describe('a unit below itself', () => {
  it('is refused, directly and by way of others', async () => {
    await withApplication(async ({ app, execute, ask }) => {
      await expect(execute(opening('7', '7'))).rejects.toMatchObject({ code: 'unit-below-itself' });
      await app.get<EventStore>(EVENT_STORE).append([openedBefore('8', '9')]);
      await expect(execute(opening('9', '8'))).rejects.toMatchObject({ code: 'unit-below-itself' });
      await execute(opening('9', null));
      expect((await ask(new ListUnits(2023))).map(({ code }) => code)).toEqual(['8', '9']);
    });
  });

  it('recorded by whatever means ends no copy', async () => {
    await withApplication(async ({ app, execute }) => {
      const events = app.get<EventStore>(EVENT_STORE);
      await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'test'));
      await events.append([openedBefore('7', '7')]);
      await withApplication(async (other) => {
        const to = other.app.get<EventStore>(EVENT_STORE);
        expect(await copyYear(events, to, { unit: '500', year: 2023 })).toHaveLength(3);
        expect(await copyYear(events, to, { unit: '7', year: 2023 })).toHaveLength(1);
      });
    });
  });

  it('recorded by whatever means does not hang an import', async () => {
    await withApplication(async ({ app, execute }) => {
      await app.get<EventStore>(EVENT_STORE).append([openedBefore('7', '7')]);
      const result = await execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'test'));
      expect(result.recorded).toBe(result.rows);
    });
  });
});
