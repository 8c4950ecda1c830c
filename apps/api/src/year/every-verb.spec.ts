import { handlersOf } from '../../testing/handlers';
import { type Answer, type Service, startService } from '../../testing/service';

const YEAR = '/api/units/700/years/2023';
const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };
const PROJECT = { fundSource: 'generalPublic', item: '2080102', kind: 'project', project: '信息化' };
const OTHER = { fundSource: 'institutional', item: '2080102', kind: 'project', project: '培训' };
const document = (number: number) => ({
  documentNumber: `财预〔2023〕${number}号`,
  date: '2023-03-01',
  purpose: '工作需要',
});

let service: Service;
const tokens: Record<string, string> = {};
const called = new Set<string>();
beforeAll(async () => {
  service = await startService();
  for (const role of ['officer', 'reviewer', 'administrator'] as const) {
    tokens[role] = (await service.join(role, `有${role}`, ['700'])).token;
  }
});
afterAll(() => service.close());

/** Sends a command by whom it is for; what the address holds in its places stands between « and ». */
async function tell(role: string, what: string, body: object = {}): Promise<Answer> {
  const [method = '', end = ''] = what.split(' ');
  const path = end.replace(/«(.*?)»/g, (_, value: string) => encodeURIComponent(value));
  const headers = { 'Idempotency-Key': `verb-${called.size}-${Math.abs(JSON.stringify(body).length)}-of-it` };
  const answer = await service.ask(`${method} ${YEAR}/${path}`, { token: tokens[role] ?? '', body, headers });
  expect([what, answer.status < 300 || answer.body]).toEqual([what, true]);
  called.add(`${method} /api/units/:unit/years/:year/${end}`);
  return answer;
}

const lineOf = async (
  item: string,
): Promise<{ final: { yuan: string }; paid: { yuan: string }; frozen: { yuan: string } }> => {
  const { body } = await service.ask(`GET ${YEAR}/lines?item=${item}`, { token: tokens['officer'] ?? '' });
  return body.lines[0];
};

it('lives a year by every verb there is', async () => {
  await tell('administrator', 'POST open', { unitName: '七百', unitType: 'institution' });
  await tell('officer', 'POST original-budget', { line: LINE, amount: '10万元' });
  await tell('officer', 'POST original-budget', { line: PROJECT, amount: '50000.00', economicItem: '30213' });
  const slip = { line: LINE, amount: '5.00' };
  await tell('officer', 'POST original-budget', slip);
  await tell('officer', 'POST original-budget/reversals', { ...slip, reason: '录入有误' });
  await tell('officer', 'POST opening-balances', { fundSource: 'generalPublic', item: '2080101', amount: '1000.00' });
  const wrong = { fundSource: 'generalPublic', item: '2080101', amount: '50.00' };
  await tell('officer', 'POST opening-balances', wrong);
  await tell('officer', 'POST opening-balances/reversals', { ...wrong, reason: '登记有误' });
  await tell('officer', 'POST supplements', { ...document(1), line: LINE, amount: '20000.00' });
  await tell('officer', 'POST cuts', { ...document(2), line: LINE, amount: '5000.00' });
  await tell('officer', 'POST carryovers', { ...document(3), line: PROJECT, amount: '3000.00', carryover: 'book' });
  await tell('officer', 'POST recalls', { ...document(4), line: PROJECT, amount: '1000.00' });
  await tell('officer', 'POST virements', { ...document(5), from: LINE, to: PROJECT, amount: '2000.00' });
  await tell('officer', 'POST virements/in', { ...document(6), line: OTHER, amount: '700.00' });
  await tell('officer', 'POST virements/out', { ...document(7), line: OTHER, amount: '200.00' });
  await tell('officer', 'POST freezes', {
    freezeId: '合同-1',
    line: PROJECT,
    amount: '9000.00',
    date: '2023-04-01',
    purpose: '采购',
  });
  await tell('officer', 'POST freezes/«合同-1»/releases', { amount: '1000.00', date: '2023-04-02' });
  expect(await lineOf('2080102')).toMatchObject({ final: { yuan: '54,000.00' }, frozen: { yuan: '8,000.00' } });

  const paid = { date: '2023-05-01', line: PROJECT, economicItem: '30213' };
  await tell('officer', 'POST payments', { ...paid, voucher: 'V1', amount: '8000.00', freezeId: '合同-1' });
  await tell('officer', 'POST payments/«V1»/refunds', { ...paid, voucher: 'V2', amount: '500.00' });
  await tell('officer', 'POST payments/«V1»/reclassifications', {
    ...paid,
    voucher: 'V3',
    amount: '7500.00',
    economicItem: '30201',
  });
  expect(await lineOf('2080102')).toMatchObject({ paid: { yuan: '7,500.00' }, frozen: { yuan: '0.00' } });

  const income = { date: '2023-05-01', fundSource: 'institutional', item: '2080102' };
  await tell('officer', 'POST income', { ...income, voucher: 'S1', amount: '900.00' });
  await tell('officer', 'POST income/«S1»/reversals', { date: '2023-05-02', voucher: 'S2', amount: '300.00' });
  await tell('officer', 'PUT three-public-budget/«reception»', { amount: '600.00' });
  await tell('officer', 'PUT prior-year/«account»/«收入支出总计»', { amount: '12.5万元' });
  await tell('officer', 'PUT disclosures/«会议次数»', { value: '4', unit: '次' });
  await tell('officer', 'PUT reasons/«2080101»', { reason: '{追加}用于日常工作' });
  await tell('officer', 'POST surplus/uses', { date: '2023-06-01', amount: '10.00', purpose: '弥补' });
  await tell('officer', 'POST surplus/distributions', { date: '2023-06-01', amount: '5.00', purpose: '提取' });
  const undo = { date: '2023-06-02', amount: '1.00', purpose: '提取', movement: 'distributed', reason: '登记有误' };
  await tell('officer', 'POST surplus/reversals', undo);

  const entries = [{ type: 'supplement', line: LINE, amount: '100.00' }];
  for (const id of ['T1', 'T2']) {
    await tell('officer', 'POST adjustments', { ...document(8), adjustmentId: id, entries });
    await tell('officer', `POST adjustments/«${id}»/submit`);
  }
  await tell('reviewer', 'POST adjustments/«T1»/approve', { comment: '同意' });
  await tell('reviewer', 'POST adjustments/«T2»/reject', { comment: '重复' });
  await tell('officer', 'POST adjustments/«T1»/apply');
  const { body: adjustments } = await service.ask(`GET ${YEAR}/adjustments`, { token: tokens['officer'] ?? '' });
  const states = adjustments.map(({ id, status, steps }: { id: string; status: string; steps: unknown[] }) => [
    id,
    status,
    steps.length,
  ]);
  expect(states.sort()).toEqual([
    ['T1', 'applied', 4],
    ['T2', 'rejected', 3],
  ]);

  const dispositions = [{ line: PROJECT, outcome: 'recall', documentNumber: '财预〔2023〕99号', purpose: '项目结束' }];
  await tell('administrator', 'POST close', { date: '2023-12-31', dispositions });
  const refused = await service.ask(`POST ${YEAR}/cuts`, {
    token: tokens['officer'] ?? '',
    body: { ...document(9), line: LINE, amount: '1.00' },
    headers: { 'Idempotency-Key': 'after-the-closing' },
  });
  expect([refused.status, refused.body.code]).toEqual([409, 'year-closed']);
  await tell('administrator', 'POST reopen', { date: '2023-12-31', reason: '漏记一笔' });
  await tell('officer', 'POST cuts', { ...document(9), line: LINE, amount: '1.00' });
});

it('has verbs for nothing else', () => {
  const filled = new Set([...called].map((what) => what.replace(/«.*?»/g, ':')));
  const verbs = handlersOf(service.app)
    .filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/units/:unit/years/:year/'))
    .map(({ method, path }) => `${method} ${path.replace(/(?<=year\/.*):\w+/g, ':')}`);
  // Tried in specs of their own: they record nothing, or belong to another page.
  const elsewhere = /preview|explanations|monitoring|reasons\/:\/try|\/try$/;
  expect(verbs.filter((verb) => !filled.has(verb) && !elsewhere.test(verb))).toEqual([]);
});

describe('the administrator’s tools', () => {
  const ask = (what: string, role = 'administrator') => service.ask(what, { token: tokens[role] ?? '' });

  it('verify the chain and rebuild beside what serves', async () => {
    expect(await ask('POST /api/verify')).toMatchObject({ status: 200, body: { damage: null } });
    expect(await ask('POST /api/rebuild')).toMatchObject({ status: 202, body: { state: 'running' } });
    for (let state = 'running'; state === 'running';) ({ state } = (await ask('GET /api/rebuild')).body);
    expect((await ask('GET /api/rebuild')).body).toMatchObject({
      state: 'done',
      says: expect.stringContaining('一致'),
    });
  });

  it('take codes from a file, whole or not at all', async () => {
    const send = async (text: string): Promise<{ status: number; body: { added?: number; code?: string } }> => {
      const form = new FormData();
      form.append('files', new Blob([text]), '补充科目.csv');
      const headers = { Authorization: `Bearer ${tokens['administrator']}` };
      const response = await fetch(`${service.url}/api/codes/functional`, { method: 'POST', headers, body: form });
      return { status: response.status, body: (await response.json()) as object };
    };
    expect(await send('编码,名称,生效日期,失效日期\n2080188,新科目,2023-01-01,\n')).toEqual({
      status: 201,
      body: { added: 1 },
    });
    expect(await send('编码,名称,生效日期,失效日期\n2080189,又一个,2023-01-01,\n20801x,坏的,,\n')).toMatchObject({
      status: 422,
      body: { code: 'import-refused' },
    });
    const { body } = await ask('GET /api/codes/functional', 'officer');
    const codes = body.map(({ code }: { code: string }) => code);
    expect([codes.includes('2080188'), codes.includes('2080189')]).toEqual([true, false]);
  });

  it('tell how the service is', async () => {
    expect(await service.ask('GET /api/health/live')).toMatchObject({ status: 200 });
    expect(await service.ask('GET /api/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'ready', lag: 0 },
    });
    expect((await service.ask('GET /api/metrics')).body).toMatch(/^juesuan_events \d+$/m);
    expect((await service.ask('GET /api/openapi.json')).body).toMatchObject({ openapi: '3.1.0' });
  });
});
