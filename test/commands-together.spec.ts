import { EVENT_STORE, Record } from '@juesuan/application';
import { type EventStore, StoreUnavailable, WrongExpectedRevision } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';
import { startApplication, type TestApplication } from './support/application';

const UNIT = '700';
const YEAR = 2023;
const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' } as const;
const by = (commandId: string) => ({ commandId, actor: '经办', administrator: true });

const pay = (voucher: string, amount = 300): Record => {
  const data = { voucher, date: '2023-03-01', amount, summary: '', line: LINE, economicItem: '30201' };
  return new Record(UNIT, YEAR, { type: 'MakePayment', data }, by(voucher));
};

/** A unit whose one line may pay 100 元. */
async function unitWithQuota(db?: string): Promise<TestApplication & { readonly events: EventStore }> {
  const application = await startApplication(db);
  const open = { unitCode: UNIT, unitName: '七百', parentCode: null, unitType: 'institution', year: YEAR } as const;
  await application.execute(new Record(UNIT, YEAR, { type: 'OpenFiscalYear', data: open }, by('open')));
  const budget = { line: LINE, amount: 10_000, economicItem: null, origin: 'current' } as const;
  await application.execute(new Record(UNIT, YEAR, { type: 'AllocateOriginalBudget', data: budget }, by('budget')));
  return { ...application, events: application.app.get<EventStore>(EVENT_STORE) };
}

async function recordedOn(events: EventStore): Promise<string[]> {
  const types: string[] = [];
  for await (const batch of events.readStream(budgetYearStream(UNIT, YEAR)))
    types.push(...batch.map(({ type }) => type));
  return types;
}

const vouchers = (count: number, prefix = 'V'): string[] =>
  Array.from({ length: count }, (_, each) => `${prefix}${each}`);

describe('commands that come at once on one unit’s year', () => {
  it('are decided one on top of another, committed together, and answered each by itself', async () => {
    const { execute, events, close } = await unitWithQuota();
    const append = jest.spyOn(events, 'append');
    const answers = await Promise.allSettled(vouchers(50).map((voucher) => execute(pay(voucher))));
    const revisions = answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value.revisions?.[0]] : []));
    expect(revisions).toEqual(Array.from({ length: 33 }, (_, index) => index + 2));
    const refused = answers.flatMap((each) =>
      each.status === 'rejected' ? [(each.reason as { code: string }).code] : [],
    );
    expect(refused).toEqual(Array.from({ length: 17 }, () => 'quota-exceeded'));
    expect(append.mock.calls.length).toBeLessThan(5);
    expect(await recordedOn(events)).toHaveLength(35);
    await close();
  });

  it('know each other’s repetition, and refuse a voucher that says otherwise', async () => {
    const { execute, events, close } = await unitWithQuota();
    const [first, again, other] = await Promise.allSettled([
      execute(pay('V1')),
      execute(pay('V1')),
      execute(new Record(UNIT, YEAR, pay('V1', 400).asked, by('another'))),
    ]);
    expect(first).toMatchObject({ value: { revisions: [2, 2], repeated: false } });
    expect(again).toMatchObject({ value: { revisions: [2, 2], repeated: true } });
    expect(other).toMatchObject({ reason: { code: 'voucher-reused' } });
    expect(await recordedOn(events)).toHaveLength(3);
    await close();
  });

  it('leave nothing in the state where the store fails, and go through when they are sent again', async () => {
    const { execute, events, close } = await unitWithQuota();
    jest.spyOn(events, 'append').mockRejectedValueOnce(new StoreUnavailable('no disk'));
    const failed = await Promise.allSettled(vouchers(10).map((voucher) => execute(pay(voucher))));
    expect(failed.filter(({ status }) => status === 'rejected')).not.toHaveLength(0);
    const again = await Promise.all(vouchers(33).map((voucher) => execute(pay(voucher))));
    const revisions = new Set(again.map((receipt) => receipt.revisions?.[0]));
    expect(revisions).toEqual(new Set(Array.from({ length: 33 }, (_, index) => index + 2)));
    await expect(execute(pay('one more'))).rejects.toThrow('可用');
    await close();
  });

  it('of two processes never overspend the line', async () => {
    const one = await unitWithQuota();
    const two = await startApplication(one.db);
    const settle = async (application: TestApplication, voucher: string): Promise<boolean> => {
      for (;;) {
        try {
          return (await application.execute(pay(voucher))).revisions !== null;
        } catch (error) {
          if (!(error instanceof WrongExpectedRevision)) return false;
        }
      }
    };
    const paid = await Promise.all([
      ...vouchers(30, 'A').map((voucher) => settle(one, voucher)),
      ...vouchers(30, 'B').map((voucher) => settle(two, voucher)),
    ]);
    expect(paid.filter(Boolean)).toHaveLength(33);
    expect(await recordedOn(one.events)).toHaveLength(35);
    await two.close();
    await one.close();
  });

  it('are sealed with what was recorded before the closing, also where it comes among them', async () => {
    const { execute, events, close } = await unitWithQuota();
    const closing = new Record(
      UNIT,
      YEAR,
      { type: 'CloseFiscalYear', data: { date: '2023-12-31', dispositions: [], chainHead: null } },
      by('close'),
    );
    const [before, closed, after] = await Promise.allSettled([
      execute(pay('V1')),
      execute(closing),
      execute(pay('V2')),
    ]);
    expect(before).toMatchObject({ status: 'fulfilled' });
    expect(closed).toMatchObject({ status: 'fulfilled' });
    expect(after).toMatchObject({ reason: { code: 'year-closed' } });
    const stored = [];
    for await (const batch of events.readStream(budgetYearStream(UNIT, YEAR))) stored.push(...batch);
    const sealed = stored.find(({ type }) => type === 'FiscalYearClosed')?.data['chainHead'];
    expect(sealed).toBe(stored.find(({ type }) => type === 'PaymentMade')?.hash);
    await close();
  });
});
