import { type Service, startService } from '../../testing/service';

const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };
let service: Service;
let [administrator, officer] = ['', ''];
let sent = 0;

beforeAll(async () => {
  service = await startService();
  ({ token: administrator } = await service.join('administrator', '管理员'));
  ({ token: officer } = await service.join('officer', '经办', ['70']));
  await send('POST', '70', 'open', { unitName: '部门', unitType: 'department' });
  await send('POST', '701', 'open', { unitName: '七零一', unitType: 'institution', parentCode: '70' });
  await send('POST', '701', 'original-budget', { line: LINE, amount: '100000.00' }, officer);
});
afterAll(() => service.close());

const send = (method: string, unit: string, end: string, body: object, token = administrator) =>
  service.ask(`${method} /api/units/${unit}/years/2023/${end}`, {
    token,
    body,
    headers: { 'Idempotency-Key': `settings-${++sent}` },
  });
const look = async (unit: string, end = 'settings') =>
  (await service.ask(`GET /api/units/${unit}/years/2023/monitoring/${end}`, { token: officer })).body;
const keys = async () =>
  (await look('701', 'alerts?asOf=2023-06-30')).alerts.map(({ key, level }: { key: string; level: string }) => [
    key,
    level,
  ]);

it('a department is watched by the standard until it sets its own, which then hold for its units', async () => {
  const standard = await look('701');
  expect(standard).toMatchObject({ department: '70', actor: null, settings: { off: [], limits: { lagWarn: 10 } } });
  expect(await keys()).toEqual([['behind-time:701', 'reply']]);
  expect((await look('701', 'execution?asOf=2023-06-30')).target).toBe('50.00');

  const limits = { ...standard.settings.limits, lagReply: 60 };
  const curve = [
    { month: 6, percent: 40 },
    { month: 12, percent: 95 },
  ];
  expect(await send('PUT', '70', 'monitoring/settings', { limits, off: [], curve })).toMatchObject({ status: 200 });
  expect(await look('701')).toMatchObject({
    department: '70',
    actor: '管理员',
    reference: '70.2023@1',
    settings: { limits, curve },
  });
  expect(await keys()).toEqual([['behind-time:701', 'warn']]);
  const { target, total } = await look('701', 'execution?asOf=2023-06-30');
  expect([target, total.lag]).toEqual(['40.00', 'warn']);

  await send('PUT', '70', 'monitoring/settings', { limits, off: ['behind-time'], curve });
  expect(await keys()).toEqual([]);
  const { rules } = await look('70');
  expect(rules.filter(({ on }: { on: boolean }) => !on)).toEqual([
    { rule: 'behind-time', title: '执行慢于序时进度', on: false },
  ]);
});

it.each([
  ['70', { off: ['everything'] }, 400, 'malformed'],
  ['70', { curve: [] }, 400, 'malformed'],
  [
    '70',
    {
      curve: [
        { month: 9, percent: 75 },
        { month: 6, percent: 80 },
      ],
    },
    422,
    'bad-target-curve',
  ],
  ['70', { limits: { lagWarn: 10 } }, 400, 'malformed'],
  ['701', {}, 422, 'set-by-the-department'],
])('of unit %s the settings %j are refused', async (unit, wrong, status, code) => {
  const { settings } = await look('70');
  const answer = await send('PUT', unit, 'monitoring/settings', { ...settings, ...wrong });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});
