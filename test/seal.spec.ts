import { EVENT_STORE, ImportYear, Record, VerifyLog } from '@juesuan/application';
import { eventId, type EventStore, type NewEvent } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';
import { type TestApplication, withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';

const STREAM = budgetYearStream('500002', 2023);

async function hashes(events: EventStore): Promise<string[]> {
  const found: string[] = [];
  for await (const batch of events.readStream(STREAM)) found.push(...batch.map(({ hash }) => hash));
  return found;
}

/** A closing of two events, as someone writes it who can write to the log, sealed with what he likes. */
async function closeWith(application: TestApplication, seal: (before: readonly string[]) => string | null) {
  await application.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
  const events = application.app.get<EventStore>(EVENT_STORE);
  const before = await hashes(events);
  const line = { fundSource: 'generalPublic', item: '2010605', kind: 'basic', project: '' };
  const written = [
    { type: 'CarryoverCarriedOut', data: { line, amount: 1, date: '2023-12-31' } },
    { type: 'FiscalYearClosed', data: { date: '2023-12-31', chainHead: seal(before) } },
  ].map((event, index) => ({
    ...event,
    id: eventId(STREAM, 'close', index),
    version: 1,
    metadata: { commandId: 'close', fingerprint: 'close', actor: 'head' },
  })) as unknown as NewEvent[];
  await events.append([{ stream: STREAM, expected: before.length - 1, events: written }]);
  return application.ask(new VerifyLog());
}

describe('the seal of a closed year', () => {
  it('holds where it is the hash of the event before the closing, which writes several events', async () => {
    await withApplication(async (application) => {
      await application.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
      const data = { date: '2023-12-31', chainHead: null, dispositions: [] };
      const by = { actor: 'head', administrator: true, commandId: 'close' };
      await application.execute(new Record('500002', 2023, { type: 'CloseFiscalYear', data }, by));
      expect((await application.ask(new VerifyLog())).damage).toBeNull();
    });
    await withApplication(async (application) => {
      expect((await closeWith(application, (before) => before.at(-1) ?? null)).damage).toBeNull();
    });
  });

  it.each([
    ['an earlier event', (before: readonly string[]) => before[0] ?? null],
    ['no event', () => null],
  ])('is broken where it names %s', async (_what, seal) => {
    await withApplication(async (application) => {
      const { damage } = await closeWith(application, seal);
      expect(damage).toMatchObject({ stream: STREAM, says: expect.stringContaining('链头') });
    });
  });
});
