import { type Service, startService } from '../../testing/service';

const YEAR = '/api/units/700/years/2023';
const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };
const PAID = {
  voucher: '记-1',
  date: '2023-03-01',
  amount: '5.00',
  summary: '办公',
  economicItem: '30201',
  line: LINE,
};

let service: Service;
let officer: { token: string };
let count = 0;
beforeAll(async () => {
  service = await startService();
  officer = await service.join('officer', '经办', ['700']);
  const administrator = await service.join('administrator', '管理员');
  const open = { unitName: '七百', unitType: 'institution' };
  const key = { 'Idempotency-Key': 'opens-it' };
  await service.ask(`POST ${YEAR}/open`, { ...administrator, body: open, headers: key });
  await post('original-budget', { line: LINE, amount: '1000.00', origin: 'current' });
});
afterAll(() => service.close());

const post = (what: string, body: object) =>
  service.ask(`POST ${YEAR}/${what}`, { ...officer, body, headers: { 'Idempotency-Key': `hostile-${++count}` } });

it.each([
  ['lists', '['.repeat(400_000) + ']'.repeat(400_000)],
  ['objects', '{"name":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
])(
  'a body of nothing but %s inside each other is refused as malformed, before anybody has signed in',
  async (_, body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${service.url}/api/sign-in`, { method: 'POST', body, headers });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'malformed']);
  },
);

it('brackets inside a text are text', async () => {
  const { status } = await post('payments', { ...PAID, voucher: '记-0', summary: `"\\${'[{'.repeat(200)}` });
  expect(status).toBe(201);
});

it('a payment is not recorded again under a voucher that only looks the same', async () => {
  expect((await post('payments', PAID)).status).toBe(201);
  for (const unseen of ['\u200b', '\u202e', '\ufeff', '\u00ad']) {
    const { status, body } = await post('payments', { ...PAID, voucher: `记${unseen}-1` });
    expect([status, body.fields]).toEqual([400, { voucher: ['含有看不见的字符，请删去后重新输入。'] }]);
  }
});

it('a document or project that only looks the same is no other one', async () => {
  const supplement = { documentNumber: '文1', date: '2023-03-01', purpose: '事由', line: LINE, amount: '5.00' };
  const project = { ...LINE, kind: 'project', project: '甲\u200b' };
  const answers = [
    await post('supplements', { ...supplement, documentNumber: '文\u200b1' }),
    await post('supplements', { ...supplement, line: project }),
  ];
  expect(answers.map(({ status, body }) => [status, Object.keys(body.fields as object)])).toEqual([
    [400, ['documentNumber']],
    [400, ['line.project']],
  ]);
});
