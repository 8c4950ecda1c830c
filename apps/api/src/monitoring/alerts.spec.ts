import { type Service, startService } from '../../testing/service';

const UNIT = '/api/units/700/years/2023';
const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };
const KEY = 'behind-time:700';

let service: Service;
const tokens: Record<string, string> = {};
let sent = 0;

beforeAll(async () => {
  service = await startService();
  for (const role of ['officer', 'reviewer', 'supervisor', 'administrator'] as const) {
    tokens[role] = (await service.join(role, `有${role}`, ['700', '701'])).token;
  }
  await tell('administrator', 'open', { unitName: '七百', unitType: 'institution' });
  await tell('officer', 'original-budget', { line: LINE, amount: '100000.00' });
});
afterAll(() => service.close());

const tell = (role: string, end: string, body: object, key = `alerts-${++sent}`) =>
  service.ask(`POST ${UNIT}/${end}`, { token: tokens[role] ?? '', body, headers: { 'Idempotency-Key': key } });
const speak = (role: string, what: 'answer' | 'settle', body: object, key?: string) =>
  tell(role, `monitoring/alerts/${encodeURIComponent(KEY)}/${what}`, body, key);
const pay = (voucher: string, date: string, amount: string) =>
  tell('officer', 'payments', { voucher, date, line: LINE, economicItem: '30201', amount });

/** The alert about the unit at the end of a day, as a supervisor sees it. */
async function seen(asOf: string, list: 'alerts' | 'gone' = 'alerts') {
  const { body } = await service.ask(`GET ${UNIT}/monitoring/alerts?asOf=${asOf}`, {
    token: tokens['supervisor'] ?? '',
  });
  return body[list].find(({ key }: { key: string }) => key === KEY) ?? null;
}

it('an alert lives: raised, answered in writing, settled by another, raised again when it gets worse, and gone', async () => {
  await pay('V1', '2023-01-05', '35000.00');
  expect(await seen('2023-06-30')).toMatchObject({
    level: 'warn',
    status: 'raised',
    needsReply: false,
    unitName: '七百',
    facts: [
      { name: 'final', title: '全年预算数', amount: { yuan: '100,000.00' } },
      { name: 'paid', title: '已支付', amount: { yuan: '35,000.00' } },
    ],
  });
  expect(await speak('reviewer', 'settle', { comment: '知悉', date: '2023-06-30' })).toMatchObject({ status: 201 });
  expect(await seen('2023-06-30')).toMatchObject({
    status: 'settled',
    settlement: { text: '知悉', actor: '有reviewer' },
  });

  const worse = await seen('2023-09-30');
  expect(worse).toMatchObject({ level: 'reply', status: 'raised', again: true, needsReply: true });
  expect(worse.message).toContain('七百（700）全年预算数10.00万元，已支付3.50万元，执行率35.00%');
  const early = await speak('reviewer', 'settle', { comment: '知悉', date: '2023-09-30' });
  expect([early.status, early.body.code]).toEqual([409, 'alert-not-answered']);
  expect(await speak('officer', 'answer', { text: '招标推迟。', date: '2023-09-30' })).toMatchObject({ status: 201 });
  const answered = await seen('2023-09-30');
  expect(answered).toMatchObject({
    status: 'answered',
    answer: { text: '招标推迟。', actor: '有officer', level: 'reply' },
  });
  const { body: journal } = await service.ask(`GET ${UNIT}/journal?types=AlertAnswered`, {
    token: tokens['supervisor'] ?? '',
  });
  expect(journal.events).toEqual([
    expect.objectContaining({ reference: answered.answer.reference, title: '答复预警', purpose: '招标推迟。' }),
  ]);
  expect(await speak('reviewer', 'settle', { comment: '同意', date: '2023-10-08' })).toMatchObject({ status: 201 });
  expect(await seen('2023-10-08')).toMatchObject({ status: 'settled', again: false });
  expect(await seen('2023-09-30')).toMatchObject({ status: 'answered' });

  await pay('V2', '2023-10-09', '55000.00');
  expect(await seen('2023-10-10')).toBeNull();
  expect(await seen('2023-10-10', 'gone')).toMatchObject({
    status: 'settled',
    message: worse.message.replace('74.79', '76.99'),
  });
});

it('an answer sent again is the same, whatever the figures say by then', async () => {
  const other = (end: string, body: object, key: string) =>
    service.ask(`POST /api/units/701/years/2023/${end}`, {
      token: tokens[end === 'open' ? 'administrator' : 'officer'] ?? '',
      body,
      headers: { 'Idempotency-Key': key },
    });
  await other('open', { unitName: '七百零一', unitType: 'institution' }, 'opens-701');
  await other('original-budget', { line: LINE, amount: '100000.00' }, 'budget-of-701');
  const answer = () =>
    other('monitoring/alerts/behind-time:701/answer', { text: '年末办理。', date: '2023-12-31' }, 'answered-twice');
  const first = await answer();
  expect(first.body).toMatchObject({ repeated: false, events: ['701.2023@2'] });
  const paid = { voucher: 'V1', date: '2023-12-30', line: LINE, economicItem: '30201', amount: '100000.00' };
  expect(await other('payments', paid, 'payment-of-701')).toMatchObject({ status: 201 });
  expect((await answer()).body).toMatchObject({ repeated: true, events: ['701.2023@2'] });
});

it.each([
  [{ text: '  ' }, 422, 'no-answer'],
  [{ text: '已办', date: '2022-12-31' }, 422, 'date-outside-year'],
  [{ text: '已办', date: '2023-10-10' }, 404, 'alert-unknown'],
])('an answer %j is refused', async (body, status, code) => {
  const answer = await speak('officer', 'answer', { date: '2023-09-30', ...body });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

it('nobody answers what is no alert', async () => {
  const { status, body } = await tell('officer', 'monitoring/alerts/x/answer', { text: '已办' });
  expect([status, body.code]).toEqual([404, 'not-an-alert']);
});
