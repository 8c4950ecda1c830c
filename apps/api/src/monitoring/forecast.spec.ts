import { recordedUntil } from '../../testing/moments';
import { type Service, startService } from '../../testing/service';

const UNIT = '/api/units/700/years/2023';
const BASIC = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };
const PROJECT = { fundSource: 'generalPublic', item: '2080102', kind: 'project', project: '信息化' };

let service: Service;
let [administrator, officer] = ['', ''];
let sent = 0;

beforeAll(async () => {
  service = await startService();
  ({ token: administrator } = await service.join('administrator', '管理员'));
  ({ token: officer } = await service.join('officer', '经办', ['700']));
  await tell('open', { unitName: '七百', unitType: 'institution' }, administrator);
  await tell('original-budget', { line: BASIC, amount: '120000.00' });
  await tell('original-budget', { line: PROJECT, amount: '100000.00' });
  for (const [voucher, date, amount] of PAYMENTS) {
    await tell('payments', { voucher, date, line: BASIC, economicItem: '30201', amount });
  }
  await tell('payments', {
    voucher: 'P1',
    date: '2023-09-20',
    line: PROJECT,
    economicItem: '30227',
    amount: '15000.00',
  });
});
afterAll(() => service.close());

const PAYMENTS = [
  ['V1', '2023-02-10', '60000.00'],
  ['V2', '2023-07-10', '20000.00'],
  ['V3', '2023-09-10', '10000.00'],
] as const;

async function tell(end: string, body: object, token = officer, method = 'POST') {
  const headers = { 'Idempotency-Key': `forecast-${++sent}` };
  const answer = await service.ask(`${method} ${UNIT}/${end}`, { token, body, headers });
  expect(answer).toMatchObject({ body: { repeated: false } });
}
const forecast = (query: string) => service.ask(`GET ${UNIT}/monitoring/forecast?${query}`, { token: officer });

it('says what the year end looks like, line by line and in total, and how it was found', async () => {
  const { status, body } = await forecast('asOf=2023-09-30');
  expect([status, body.asOf]).toEqual([200, '2023-09-30']);
  // 90,000 and three months of 30,000 ÷ 3; 15,000 and three of 5,000.
  expect(body.lines).toMatchObject([
    { unit: '700', line: BASIC, expected: { yuan: '120,000.00' }, rate: '100.00', lapse: { fen: 0 }, why: null },
    {
      line: PROJECT,
      paid: { yuan: '15,000.00' },
      expected: { yuan: '30,000.00' },
      rate: '30.00',
      carryover: { wan: '7.00' },
      surplus: { fen: 0 },
      why: '预计有7.00万元未用完，结转下年按原用途继续使用。',
    },
  ]);
  expect(body.total).toMatchObject({ final: { wan: '22.00' }, expected: { wan: '15.00' }, lapse: { wan: '7.00' } });
  expect(body.method).toContain('7月至9月');
});

it('names the items that will need a reason, until one is recorded', async () => {
  const early = (await forecast('asOf=2023-09-30')).body.needReason;
  expect(early).toMatchObject([
    { code: '2080102', original: { wan: '10.00' }, expected: { wan: '3.00' }, rate: '30.00' },
  ]);
  expect(early[0].text).toContain('支出决算为3.00万元');
  const codes = (await forecast('asOf=2023-12-31')).body.needReason.map(({ code }: { code: string }) => code);
  expect(codes).toEqual(['2080101', '2080102']);

  await tell('reasons/2080102', { reason: '项目招标推迟。' }, officer, 'PUT');
  expect((await forecast('asOf=2023-09-30')).body.needReason).toEqual([]);
});

it('shows what was expected before something was recorded', async () => {
  const before = await recordedUntil(service, UNIT, officer);
  await tell('payments', {
    voucher: 'P2',
    date: '2023-09-25',
    line: PROJECT,
    economicItem: '30227',
    amount: '30000.00',
  });
  const expected = async (query: string) => (await forecast(query)).body.lines[1].expected.yuan;
  expect(await expected('asOf=2023-09-30')).toBe('90,000.00');
  expect(await expected(`asOf=2023-09-30&knownAt=${before}`)).toBe('30,000.00');
});

it.each([
  ['asOf=2024-01-01', 'date-outside-year'],
  ['asOf=2023-02-30', 'not-a-date'],
  ['profile=mars', 'profile-unknown'],
])('refuses %s', async (query, code) => {
  expect((await forecast(query)).body.code).toBe(code);
});
