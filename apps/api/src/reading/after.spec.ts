import { EVENT_STORE, READ_STORE } from '@juesuan/application';
import type { EventStore } from '@juesuan/event-store';
import type { ReadStore } from '@juesuan/read-store';
import { type Service, startService } from '../../testing/service';
import { openApiOf } from '../open-api';

let service: Service;
let officer: { token: string };
let administrator: { token: string };
// Nothing is projected but what the test projects, as where a projector is late.
beforeAll(async () => {
  service = await startService({ JUESUAN_PROJECTION: 'off' });
  administrator = await service.join('administrator', '管理员');
  officer = await service.join('officer', '经办', ['700']);
});
afterAll(() => service.close());

const YEAR = '/api/units/700/years/2023';
const project = () => service.app.get<ReadStore>(READ_STORE).catchUp(service.app.get<EventStore>(EVENT_STORE));

let sent = 0;
async function record(who: { token: string }, end: string, body: object): Promise<string> {
  const headers = { 'Idempotency-Key': `after-test-${sent++}` };
  const answer = await service.ask(`POST ${YEAR}/${end}`, { token: who.token, body, headers });
  expect(answer.status).toBeLessThan(300);
  return (answer.body.position ?? answer.body[0].position) as string;
}

/** Everything that can be read of units, of the unit and year of this test. */
const addresses = (): string[] =>
  Object.entries(openApiOf(service.app).paths)
    .filter(([path, { get }]) => path.startsWith('/api/units') && get !== undefined)
    .map(([path]) => path.replace('{unit}', '700').replace('{year}', '2023').replace(/{\w+}/, '0'))
    .map((path) => (path === '/api/units' ? `${path}?year=2023&` : `${path}?`));

/** What is asked before anything is projected, and answered once it is. */
async function projectedMeanwhile<T>(asking: Promise<T>): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  await project();
  return asking;
}

const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };
const DRAFT = {
  adjustmentId: 'T1',
  documentNumber: '财预〔2023〕8号',
  date: '2023-05-01',
  purpose: '追加',
  entries: [{ type: 'supplement', line: LINE, amount: '60.00' }],
};

describe('a query with after=', () => {
  it('waits, whatever it asks of units, until what is read holds that position', async () => {
    const position = await record(administrator, 'open', { unitName: '七百', unitType: 'institution' });
    const ask = async (query: string): Promise<readonly unknown[]> =>
      Promise.all(
        addresses().map(async (address) => {
          const { status, body } = await service.ask(`GET ${address}${query}`, officer);
          return [address, status, (body as { code?: unknown }).code];
        }),
      );
    const answers = await projectedMeanwhile(ask(`after=${position}`));
    expect(answers).toHaveLength(addresses().length);
    expect(answers).toEqual(await ask(''));
    expect(answers).toContainEqual([`${YEAR}?`, 200, undefined]);
  });

  it('finds the adjustment that was drafted a moment ago', async () => {
    const position = await record(officer, 'adjustments', DRAFT);
    const asked = service.ask(`GET ${YEAR}/adjustments?after=${position}`, officer);
    expect((await projectedMeanwhile(asked)).body).toMatchObject([{ id: 'T1', status: 'drafted' }]);
  });

  it('finds the year closed that was closed a moment ago', async () => {
    await record(officer, 'adjustments/T1/submit', {});
    const reviewer = await service.join('reviewer', '审核', ['700']);
    await record(reviewer, 'adjustments/T1/reject', { comment: '不办' });
    const closed = await record(administrator, 'close', { date: '2023-12-31', dispositions: [] });
    const asked = service.ask(`GET /api/units?year=2023&after=${closed}`, officer);
    expect((await projectedMeanwhile(asked)).body).toMatchObject([{ code: '700', closed: true }]);
  });

  it('is refused at once where the log has no such position, and says what to do', async () => {
    const begun = Date.now();
    const { status, body } = await service.ask(`GET ${YEAR}/adjustments?after=${'9'.repeat(16)}`, officer);
    expect([status, body.code]).toEqual([400, 'position-unknown']);
    expect(body.detail).toContain('请用回执中的 position');
    expect(Date.now() - begun).toBeLessThan(2_000);
  });

  it('is refused where it says no position', async () => {
    const { status, body } = await service.ask(`GET ${YEAR}/adjustments?after=30`, officer);
    expect([status, Object.keys(body.fields)]).toEqual([400, ['after']]);
  });
});
