import { CheckAccount, EVENT_STORE, READ_STORE, Record, WhyFigure } from '@juesuan/application';
import type { EventStore } from '@juesuan/event-store';
import { sumFen } from '@juesuan/kernel';
import type { Reading, ReadStore } from '@juesuan/read-store';
import { startApplication, type TestApplication } from './support/application';

const UNIT = '700';
const YEAR = 2023;
const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' } as const;
const by = (commandId: string) => ({ commandId, actor: '经办', administrator: true });

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
  const open = { unitCode: UNIT, unitName: '七百', parentCode: null, unitType: 'institution', year: YEAR } as const;
  await application.execute(new Record(UNIT, YEAR, { type: 'OpenFiscalYear', data: open }, by('open')));
  const budget = { line: LINE, amount: 1_000_000, economicItem: null, origin: 'current' } as const;
  await application.execute(new Record(UNIT, YEAR, { type: 'AllocateOriginalBudget', data: budget }, by('budget')));
});
afterAll(() => application.close());

let paid = 0;
/** Records a payment and takes it into the tables, as other officers and readers do at any time. */
async function somebodyPays(): Promise<void> {
  const voucher = `V${++paid}`;
  const data = { voucher, date: '2023-03-01', amount: 300, summary: '', line: LINE, economicItem: '30201' };
  await application.execute(new Record(UNIT, YEAR, { type: 'MakePayment', data }, by(voucher)));
  await application.app.get<ReadStore>(READ_STORE).catchUp(application.app.get<EventStore>(EVENT_STORE));
}

/** Somebody pays before each single thing that a query asks of the read store. */
function somebodyPaysInBetween(): void {
  const store = application.app.get<ReadStore>(READ_STORE);
  const atOneMoment: ReadStore['atOneMoment'] = store.atOneMoment.bind(store);
  jest.spyOn(store, 'atOneMoment').mockImplementation((work) => atOneMoment((reading) => work(disturbed(reading))));
}

const disturbed = (reading: Reading): Reading =>
  new Proxy(reading, {
    get: (target, name: string) => {
      const method = (target as unknown as Partial<{ [name: string]: (...asked: unknown[]) => unknown }>)[name];
      // Whatever is awaited is asked for a `then`.
      if (method === undefined) return undefined;
      return async (...asked: unknown[]) => {
        await somebodyPays();
        return method(...asked);
      };
    },
  });

describe('an account that is asked for while others pay', () => {
  beforeAll(somebodyPays);
  beforeEach(somebodyPaysInBetween);
  afterEach(() => jest.restoreAllMocks());

  it('agrees with the log in every check', async () => {
    const before = paid;
    const checks = await application.ask(new CheckAccount({ unit: UNIT, year: YEAR }));
    expect(paid).toBeGreaterThan(before + 5);
    expect(checks.find(({ id }) => id === 'D01')?.outcome).toBe('held');
    expect(checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id)).toEqual([]);
  });

  it.each([{ table: '05', row: '2080101', column: '0' }, { item: '2080101' }])(
    'is the sum of the entries that it names: %j',
    async (figure) => {
      const { amount, parts } = await application.ask(new WhyFigure({ unit: UNIT, year: YEAR }, figure, 'standard'));
      const entries = parts.flatMap((part) => part.entries);
      expect(sumFen(entries.map(({ entry, sign }) => sign * entry.amount))).toBe(amount);
    },
  );
});
