import { EVENT_STORE, ImportYear, ReportAccount, YearHistory } from '@juesuan/application';
import { type EventStore, StoreUnavailable } from '@juesuan/event-store';
import { type TestApplication, withApplication } from './support/application';
import { type Files, folderOf, SMALL_YEAR } from './support/import-folder';
import { type StandIn, startStandIn } from './support/stand-in';

let standIn: StandIn;
beforeEach(async () => void (standIn = await startStandIn()));
afterEach(() => standIn.stop());

/** On EventStoreDB, where an import of several units is no transaction. */
const withYear = (work: (application: TestApplication) => Promise<void>): Promise<void> =>
  withApplication(
    async (application) => {
      await importing(application, SMALL_YEAR);
      await work(application);
    },
    { EVENTSTORE_URL: standIn.url },
  );

const importing = ({ execute }: TestApplication, files: Files) =>
  execute(new ImportYear(folderOf(files), 2023, 'officer'));

/** Facts of the department and of one of its units: what was said before is replaced. */
const saying = (reason: string, ceiling: string): Files => ({
  '07-差异原因': ['功能分类科目,原因', `2010601,${reason}`],
  '09-三公预算': ['单位编码,类别,全年预算数(元)', `500001,公务接待费,${ceiling}`],
});
const FIRST = saying('另一个原因', '2000.00');
const OTHERWISE = saying('第三个原因', '3000.00');

const incomplete = async ({ ask }: TestApplication): Promise<number> =>
  (await ask(new ReportAccount({ unit: '500', year: 2023 }, 'standard'))).incompleteImports.length;
const factsIn = async ({ ask }: TestApplication): Promise<number> =>
  (await ask(new YearHistory('500', 2023, { types: ['VarianceReasonRecorded', 'ThreePublicBudgetSet'] }))).total;

/** The next append is carried out up to its n-th stream; what happens then is given. */
function onceAfter({ app }: TestApplication, streams: number, then: () => Promise<void>): void {
  const store = app.get<EventStore>(EVENT_STORE);
  const append = store.append.bind(store);
  jest.spyOn(store, 'append').mockImplementationOnce(async (appends) => {
    await append(appends.slice(0, streams));
    await then();
    return append(appends.slice(streams));
  });
}
const breaksOff = (): Promise<void> => Promise.reject(new StoreUnavailable('broken off by the test'));

describe('an import on a store without transactions across streams', () => {
  it.each([1, 2, 3])('that broke off after %d of its streams is finished by running it again', async (streams) => {
    await withYear(async (application) => {
      const before = await factsIn(application);
      onceAfter(application, streams, breaksOff);
      await expect(importing(application, FIRST)).rejects.toThrow(StoreUnavailable);
      expect(await incomplete(application)).toBe(1);
      const { recorded, repeated } = await importing(application, FIRST);
      expect(recorded + repeated).toBe(2);
      expect(await incomplete(application)).toBe(0);
      expect(await factsIn(application)).toBe(before + 2);
    });
  });

  it('is marked anew where it says again what was said before it was said otherwise', async () => {
    await withYear(async (application) => {
      for (const files of [FIRST, OTHERWISE, FIRST, OTHERWISE]) {
        expect(await importing(application, files)).toMatchObject({ recorded: 2 });
      }
      onceAfter(application, 2, breaksOff);
      await expect(importing(application, FIRST)).rejects.toThrow(StoreUnavailable);
      expect(await incomplete(application)).toBe(1);
      expect(await importing(application, FIRST)).toMatchObject({ recorded: 1, repeated: 1 });
      expect(await incomplete(application)).toBe(0);
      expect(await importing(application, FIRST)).toMatchObject({ recorded: 0, repeated: 2 });
    });
  });

  it('counts what it recorded before it lost a race half-way', async () => {
    await withYear(async (application) => {
      const other: Files = { '07-差异原因': ['功能分类科目,原因', '2010605,人员增加'] };
      onceAfter(application, 2, async () => void (await importing(application, other)));
      expect(await importing(application, FIRST)).toMatchObject({ rows: 2, recorded: 2, repeated: 0 });
      expect(await incomplete(application)).toBe(0);
    });
  });
});
