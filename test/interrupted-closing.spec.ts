import {
  CloseUnits,
  EVENT_STORE,
  ImportYear,
  ListUnits,
  type UnitDisposition,
  YearHistory,
} from '@juesuan/application';
import { type EventStore, StoreUnavailable } from '@juesuan/event-store';
import { type TestApplication, withApplication } from './support/application';
import { folderOf, SMALL_YEAR } from './support/import-folder';
import { startStandIn } from './support/stand-in';

const LINE = { fundSource: 'generalPublic', item: '2010607', kind: 'project', project: '系统运维' } as const;
const TRAINING = { fundSource: 'institutional', item: '2010608', kind: 'project', project: '培训' } as const;
const GIVEN_BACK: UnitDisposition[] = [
  { unit: '500001', line: LINE, outcome: 'surplus' },
  { unit: '500002', line: TRAINING, outcome: 'surplus' },
];

const close = (id: string, dispositions = GIVEN_BACK, unit = '500'): CloseUnits => {
  const by = { actor: 'head', administrator: true, commandId: id };
  return new CloseUnits(unit, 2023, { date: '2023-12-31', dispositions }, by);
};

/** On EventStoreDB, where closing several units is no transaction, broken off after the first of them. */
async function brokenOff(work: (application: TestApplication) => Promise<void>): Promise<void> {
  const standIn = await startStandIn();
  await withApplication(
    async (application) => {
      await application.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, 'officer'));
      const store = application.app.get<EventStore>(EVENT_STORE);
      const append = store.append.bind(store);
      jest.spyOn(store, 'append').mockImplementationOnce(async (appends) => {
        await append(appends.slice(0, 1));
        throw new StoreUnavailable('broken off by the test');
      });
      await expect(application.execute(close('a'))).rejects.toThrow(StoreUnavailable);
      await work(application);
    },
    { EVENTSTORE_URL: standIn.url },
  );
  await standIn.stop();
}

const closedUnits = async ({ ask }: TestApplication): Promise<string[]> =>
  (await ask(new ListUnits(2023))).filter(({ closed }) => closed).map(({ code }) => code);

describe('a closing with dispositions that broke off half-way', () => {
  it.each([
    ['with its id', 'a'],
    ['under another id, as the command line gives each', 'b'],
  ])('is finished by asking it again %s', async (_how, id) => {
    await brokenOff(async (application) => {
      expect(await closedUnits(application)).toEqual(['500001']);
      const told = await application.execute(close(id));
      expect(told.map(({ unit, done }) => [unit, done])).toEqual([
        ['500001', false],
        ['500002', true],
        ['500', true],
      ]);
      expect(await closedUnits(application)).toEqual(['500', '500001', '500002']);
      const { entries } = await application.ask(new YearHistory('500', 2023, { types: ['CarryoverCarriedOut'] }));
      const surplus = entries.filter(({ event }) => 'outcome' in event.data && event.data.outcome === 'surplus');
      expect(surplus.map(({ event }) => 'line' in event.data && event.data.line)).toEqual([LINE, TRAINING]);
    });
  });

  it('is refused with other dispositions of the unit that it closed', async () => {
    await brokenOff(async (application) => {
      const otherwise: UnitDisposition[] = [{ unit: '500001', line: LINE, outcome: 'carryover' }];
      await expect(application.execute(close('b', otherwise))).rejects.toThrow(/500001 测试局本级.*已关账/s);
      expect(await closedUnits(application)).toEqual(['500001']);
    });
  });
});
