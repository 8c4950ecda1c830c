import { EVENT_STORE, READ_STORE } from '@juesuan/application';
import { type EventStore, StoreUnavailable } from '@juesuan/event-store';
import type { ReadStore } from '@juesuan/read-store';
import { type Service, startService } from '../apps/api/testing/service';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.close());

/** What SQLite says where nothing more fits. */
const full = (): Error => Object.assign(new Error('database or disk is full'), { errcode: 13 });

const YEAR = '/api/units/600/years/2023';
let key = 0;
const command = (token: string, body: object) => ({
  token,
  body,
  headers: { 'Idempotency-Key': `full-disk-test-${key++}` },
});

it('where the disk is full the service says so, goes on reading, and writes again as soon as there is room', async () => {
  const { token } = await service.join('administrator', '管理员');
  await service.ask(`POST ${YEAR}/open`, command(token, { unitName: '某单位', unitType: 'institution' }));
  const officer = await service.join('officer', '经办', ['600']);
  const disclose = (value: string) => service.ask(`PUT ${YEAR}/disclosures/x`, command(officer.token, { value }));
  const read = (after = '') => service.ask(`GET ${YEAR}/lines${after}`, { token: officer.token });
  expect((await read()).status).toBe(200);

  const events = service.app.get<EventStore>(EVENT_STORE);
  const readStore = service.app.get<ReadStore>(READ_STORE);
  const room = { append: events.append.bind(events), catchUp: readStore.catchUp.bind(readStore) };
  readStore.catchUp = () => Promise.reject(full());
  const { position } = (await disclose('1')).body as { position: string };
  expect((await read()).status).toBe(200);
  expect(await read(`?after=${position}`)).toMatchObject({
    status: 503,
    body: { detail: expect.stringMatching(/^磁盘已满.*腾出空间/) },
  });
  events.append = () => Promise.reject(new StoreUnavailable('not written', { cause: full() }));
  expect(await disclose('2')).toMatchObject({
    status: 503,
    body: { detail: expect.stringMatching(/^磁盘已满.*不会重复记录/) },
  });

  Object.assign(events, { append: room.append });
  Object.assign(readStore, { catchUp: room.catchUp });
  expect((await disclose('2')).status).toBe(200);
  expect((await read(`?after=${position}`)).status).toBe(200);
});
