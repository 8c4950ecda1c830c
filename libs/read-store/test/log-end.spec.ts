import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, openSqliteEventStore, StoreUnavailable } from '@juesuan/event-store';
import { LogEnd, openReadStore, type ReadStore } from '@juesuan/read-store';
import { opening, payments, recorded } from './history';
import { type Home, postgresHome, sqliteHome } from './homes';
import { logWith } from './logs';

const LONGER = [...opening(), ...payments(30)];

describe.each([
  ['SQLite', sqliteHome],
  ['PostgreSQL', postgresHome],
])('a read store on %s that follows a log', (_name, open) => {
  let home: Home;
  let store: ReadStore;
  let folder: string;
  let events: EventStore;
  beforeAll(async () => void (home = await open()));
  afterAll(() => home.stop());
  beforeEach(async () => {
    store = await openReadStore(await home.fresh());
    folder = mkdtempSync(join(tmpdir(), 'juesuan-log-end-'));
  });
  afterEach(async () => {
    await store.close();
    await events.close();
    rmSync(folder, { recursive: true });
  });

  const log = async (said: typeof LONGER): Promise<EventStore> =>
    (events = openSqliteEventStore(await logWith(join(folder, 'log.db'), said)));
  const endingAt = (end: EventStore['end']): EventStore => Object.assign(Object.create(events) as EventStore, { end });

  it('ends where the log ends before what it has taken, until it is rebuilt', async () => {
    await store.project(recorded(LONGER));
    const restored = await log(opening());
    await expect((await store.follow(restored)).ended).rejects.toMatchObject({ code: 'ledger-ahead' });
    await store.rebuild(restored);
    const following = await store.follow(restored);
    await following.stop();
    await following.ended;
  });

  it('ends where the log is brought back from a backup meanwhile', async () => {
    let end = await (await log(LONGER)).end();
    await store.catchUp(events);
    const following = await store.follow(endingAt(() => Promise.resolve(end)));
    await new Promise(setImmediate);
    end = null;
    const now = jest.spyOn(performance, 'now').mockImplementation(() => Date.now() + 60_000);
    await expect(following.ended).rejects.toMatchObject({ code: 'ledger-ahead' });
    now.mockRestore();
  });

  it('goes on where nobody says how far the log goes', async () => {
    const end = await (await log(LONGER)).end();
    await store.project(recorded(opening()));
    const following = await store.follow(endingAt(() => Promise.reject(new StoreUnavailable('no answer'))));
    const reached = async (): Promise<void> => {
      while ((await store.checkpoint()).position !== end) await new Promise(setImmediate);
    };
    await Promise.race([reached(), following.ended]);
    await following.stop();
    await following.ended;
  });
});

describe('who asks whether a log ends before a position', () => {
  const endOf = (answer: () => Promise<string | null>) => {
    const end = jest.fn(answer);
    return { end, log: new LogEnd({ end }) };
  };

  it('is told where the log says so', async () => {
    const { log } = endOf(() => Promise.resolve('0005'));
    expect([await log.endsBefore('0005'), await log.endsBefore('0006')]).toEqual([false, true]);
  });

  it.each<[string, () => Promise<string | null>]>([
    ['cannot be reached', () => Promise.reject(new StoreUnavailable('no answer'))],
    ['does not answer', () => new Promise(() => undefined)],
  ])('is not kept by a store that %s, and does not ask it again at once', async (_, answer) => {
    const { end, log } = endOf(answer);
    expect([await log.endsBefore('0005'), await log.endsBefore('0005')]).toEqual([false, false]);
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('is told of any other trouble', async () => {
    await expect(endOf(() => Promise.reject(new Error('broken'))).log.endsBefore('0005')).rejects.toThrow('broken');
  });
});
