import { copyYear, EVENT_STORE, ImportYear, Record, ReportAccount, VerifyLog } from '@juesuan/application';
import type { EventStore } from '@juesuan/event-store';
import { type TestApplication, withApplication } from './support/application';
import { said } from './support/command-line';
import { changed, folderOf, SMALL_YEAR } from './support/import-folder';
import { startStandIn } from './support/stand-in';

const OF = { unit: '500', year: 2023 };
const eventsOf = ({ app }: TestApplication): EventStore => app.get<EventStore>(EVENT_STORE);

/** The department's year, one of its units closed, with a seal in its chain. */
async function fill(application: TestApplication): Promise<void> {
  await application.execute(new ImportYear(folderOf(SMALL_YEAR), 2023, '会计'));
  const by = { actor: '主管', administrator: true, commandId: 'close' };
  const data = { date: '2023-12-31', chainHead: null, dispositions: [] };
  await application.execute(new Record('500002', 2023, { type: 'CloseFiscalYear', data }, by));
}

async function accountOf({ ask }: TestApplication): Promise<unknown> {
  const { json, incompleteImports } = await ask(new ReportAccount(OF, 'standard'));
  return { json, incompleteImports };
}

/** Every event of the department's year with its id, who, when and its links; no position, which is a store's own. */
async function yearOf(application: TestApplication): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const unit of ['500', '500001', '500002']) {
    for await (const batch of eventsOf(application).readStream(`budgetYear-${unit}.2023`)) {
      found.push(...batch.map(({ position: _position, ...event }) => event));
    }
  }
  return found;
}

/** The same store, whose appends fail from the given one on, as where the line is cut. */
function failingFrom(store: EventStore, append: number): EventStore {
  let appends = 0;
  const cut: EventStore['append'] = async (shares) => {
    if (++appends >= append) throw new Error('cut');
    return store.append(shares);
  };
  return new Proxy(store, {
    get: (target, name) => {
      const value: unknown = name === 'append' ? cut : Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

it('moves a year from the embedded store to EventStoreDB and back: the same account, events and chain heads', async () => {
  await withApplication(async (first) => {
    await fill(first);
    const [account, events] = [await accountOf(first), await yearOf(first)];
    const standIn = await startStandIn();
    try {
      const { status, text } = await said(
        'copy',
        '--unit',
        '500',
        '--year',
        '2023',
        '--to',
        standIn.url,
        '--db',
        first.db,
      );
      expect({ status, text }).toMatchObject({
        status: 0,
        text: expect.stringContaining(`复制 ${events.length} 项事件`) as unknown,
      });
      await withApplication(
        async (second) => {
          expect(await accountOf(second)).toEqual(account);
          expect(await yearOf(second)).toEqual(events);
          expect((await second.ask(new VerifyLog())).damage).toBeNull();
          await withApplication(async (third) => {
            await copyYear(eventsOf(second), eventsOf(third), OF);
            expect(await accountOf(third)).toEqual(account);
            expect(await yearOf(third)).toEqual(events);
            expect((await third.ask(new VerifyLog())).damage).toBeNull();
            // What is recorded there goes the same way back.
            const data = { date: '2023-12-31', reason: '更正' };
            const by = { actor: '主管', administrator: true, commandId: 'reopen' };
            await third.execute(new Record('500002', 2023, { type: 'ReopenFiscalYear', data }, by));
            const back = await copyYear(eventsOf(third), eventsOf(first), OF);
            expect(back.map(({ copied }) => copied > 0)).toEqual([false, false, true]);
            expect(await yearOf(first)).toEqual(await yearOf(third));
          });
        },
        { EVENTSTORE_URL: standIn.url },
      );
    } finally {
      await standIn.stop();
    }
  });
});

it('is told as incomplete while it was cut, and finished by running it again', async () => {
  await withApplication(async (from) => {
    await fill(from);
    const account = await accountOf(from);
    await withApplication(async (to) => {
      // At the first mark, the first unit, the last unit, and the last mark: each run goes on where the one before was cut.
      for (const [run, cutAt] of [1, 2, 3, 2].entries()) {
        await expect(copyYear(eventsOf(from), failingFrom(eventsOf(to), cutAt), OF)).rejects.toThrow('cut');
        if (run < 2) continue;
        const { incompleteImports } = (await accountOf(to)) as { incompleteImports: string[] };
        expect(incompleteImports).toEqual(['copy-500.2023-0']);
      }
      await copyYear(eventsOf(from), eventsOf(to), OF);
      expect(await accountOf(to)).toEqual(account);
      expect(await yearOf(to)).toEqual(await yearOf(from));
      const again = await copyYear(eventsOf(from), eventsOf(to), OF);
      expect(again.map(({ copied }) => copied)).toEqual([0, 0, 0]);
    });
  });
});

describe('copying is refused, and nothing is appended,', () => {
  const refused = async (prepare: (from: TestApplication, to: TestApplication) => Promise<void>, of = OF) =>
    withApplication(async (from) => {
      await fill(from);
      return withApplication(async (to) => {
        await prepare(from, to);
        const before = await eventsOf(to).count();
        const refusal = await copyYear(eventsOf(from), eventsOf(to), of).catch((error: unknown) => error);
        expect(await eventsOf(to).count()).toBe(before);
        return refusal;
      });
    });

  it('where the target holds another history of a unit', async () => {
    const other = changed(SMALL_YEAR, '04-支付', 1, null);
    const refusal = await refused(
      async (_, to) => void (await to.execute(new ImportYear(folderOf(other), 2023, '会计'))),
    );
    expect(refusal).toMatchObject({
      code: 'copy-conflict',
      message: expect.stringMatching(/两边各自记录过/) as unknown,
    });
  });

  it('where the target has gone on', async () => {
    const refusal = await refused(async (from, to) => {
      await copyYear(eventsOf(from), eventsOf(to), OF);
      const data = { date: '2023-12-31', reason: '更正' };
      const by = { actor: '主管', administrator: true, commandId: 'reopen' };
      await to.execute(new Record('500002', 2023, { type: 'ReopenFiscalYear', data }, by));
    });
    expect(refusal).toMatchObject({
      code: 'copy-conflict',
      message: expect.stringMatching(/比来源的 \d+ 项多/) as unknown,
    });
  });

  it('where the source has no such year', async () => {
    const refusal = await refused(async () => undefined, { unit: '500', year: 2022 });
    expect(refusal).toMatchObject({ code: 'unit-unknown' });
  });
});

it('tells a wrong pair of places in Chinese', async () => {
  const copy = (...places: string[]) =>
    said('copy', '--unit', '500', '--year', '2023', '--db', '/nowhere/a.db', ...places);
  expect(await copy()).toMatchObject({ status: 1, text: expect.stringContaining('同一处') as unknown });
  expect(await copy('--from', '/nowhere/b.db')).toMatchObject({
    text: expect.stringContaining('没有数据文件') as unknown,
  });
});
