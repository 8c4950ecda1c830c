import { join } from 'node:path';
import { ImportYear } from '@juesuan/application';
import { CommandBus } from '@nestjs/cqrs';
import { type Service, startService } from '../../testing/service';

const CASE = join(__dirname, '../../../../test/cases/zhuzhou-2023/input');
const PAYMENTS = '/api/units/301001/years/2023/payments';
const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };

let service: Service;
let token: string;
beforeAll(async () => {
  service = await startService();
  await service.app.get(CommandBus).execute(new ImportYear(CASE, 2023, '会计'));
  token = (await service.join('officer', '经办甲', ['301001'])).token;
});
afterAll(() => service.close());

let commands = 0;
const post = (path: string, body: object) =>
  service.ask(`POST ${PAYMENTS}${path}`, { token, body, headers: { 'Idempotency-Key': `command-${commands++}` } });

it('says where a payment stands after a refund and a correction', async () => {
  const first = { line: LINE, date: '2023-12-01', economicItem: '30107' };
  const refund = await post('/2023000001/refunds', { ...first, voucher: 'R1', amount: '14.00' });
  expect(refund.status).toBe(201);
  const moved = { ...first, voucher: 'C1', economicItem: '30108', amount: '22500.00' };
  expect((await post('/2023000001/reclassifications', moved)).status).toBe(201);
  const { body } = await service.ask(`GET ${PAYMENTS}/2023000001`, { token });
  expect(body).toMatchObject({ line: LINE, economicItem: '30108', remaining: { yuan: '22,500.00' } });
  const journal = await service.ask('GET /api/units/301001/years/2023', { token });
  expect(body.revision).toBe(journal.body.revision);
});

it('marks a payment in the list with the correction that moved it, which says from where', async () => {
  const { body } = await service.ask(`GET ${PAYMENTS}?text=2023000001`, { token });
  expect(
    body.events.map((each: Record<string, unknown>) => [
      each['document'],
      each['correctedBy'],
      each['fromEconomicItem'],
      each['economicItem'],
    ]),
  ).toEqual([
    ['C1', [], '30107', '30108'],
    ['R1', [], null, '30107'],
    ['2023000001', ['C1'], null, '30107'],
  ]);
});

it('knows no payment of another voucher', async () => {
  expect((await service.ask(`GET ${PAYMENTS}/没有的`, { token })).status).toBe(404);
});
