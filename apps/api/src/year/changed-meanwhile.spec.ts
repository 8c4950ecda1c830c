import { type Service, startService } from '../../testing/service';

let service: Service;
let first: { token: string };
let second: { token: string };
beforeAll(async () => {
  service = await startService();
  const administrator = await service.join('administrator', '管理员');
  [first, second] = [
    await service.join('officer', '经办甲', ['700']),
    await service.join('officer', '经办乙', ['700']),
  ];
  await send(administrator, 'open', { unitName: '七百', unitType: 'institution' });
  for (const line of [LINE, OTHER]) await send(first, 'original-budget', { line, amount: '100.00', origin: 'current' });
});
afterAll(() => service.close());

const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };
const OTHER = { ...LINE, item: '2080102' };
const YEAR = '/api/units/700/years/2023';
let sent = 0;

function send(who: { token: string }, end: string, body: object, headers: Record<string, string> = {}) {
  const key = { 'Idempotency-Key': `sent-number-${sent++}` };
  return service.ask(`POST ${YEAR}/${end}`, { token: who.token, body, headers: { ...key, ...headers } });
}

const cut = (line: object, documentNumber: string) => ({
  documentNumber,
  date: '2023-05-01',
  purpose: '压减',
  line,
  amount: '60.00',
});
const seenNow = async (): Promise<Record<string, string>> => {
  const { body } = await service.ask(`GET ${YEAR}`, first);
  return { 'If-Match': `"${body.revision}"` };
};

describe('two officers on one year', () => {
  it('tells the later one what the other did to her line, in words, and records nothing of hers', async () => {
    const seen = await seenNow();
    expect((await send(second, 'cuts', cut(LINE, '财预〔2023〕8号'))).status).toBe(201);
    const { status, body } = await send(first, 'cuts', { ...cut(LINE, '财预〔2023〕9号'), amount: '10.00' }, seen);
    expect([status, body.code]).toEqual([412, 'changed-meanwhile']);
    expect(body.detail).toMatch(
      /经办乙 于 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d 记录了追减 60\.00 元，2080101 .*，文号 财预〔2023〕8号/,
    );
    const { body: journal } = await service.ask(`GET ${YEAR}/journal?types=BudgetCut`, first);
    expect(journal.events.map((event: { document: string }) => event.document)).toEqual(['财预〔2023〕8号']);
  });

  it('lets her go on where only other lines were touched', async () => {
    const seen = await seenNow();
    expect((await send(second, 'cuts', cut(OTHER, '财预〔2023〕10号'))).status).toBe(201);
    expect((await send(first, 'cuts', { ...cut(LINE, '财预〔2023〕11号'), amount: '1.00' }, seen)).status).toBe(201);
  });

  it('refuses a form that was filled in on a revision the year has never had, and takes one on the newest', async () => {
    const { 'If-Match': newest = '' } = await seenNow();
    const next = { 'If-Match': `"${Number(newest.replaceAll('"', '')) + 1}"` };
    const refused = await send(first, 'cuts', { ...cut(LINE, '财预〔2023〕14号'), amount: '1.00' }, next);
    expect([refused.status, refused.body.code]).toEqual([412, 'revision-not-reached']);
    expect(refused.body.detail).toMatch(/看过最新情况后再提交/);
    expect(await seenNow()).toEqual({ 'If-Match': newest });
    const taken = await send(first, 'cuts', { ...cut(LINE, '财预〔2023〕14号'), amount: '1.00' }, await seenNow());
    expect(taken.status).toBe(201);
  });

  it('refuses a revision where a command is on every unit of a department', async () => {
    const administrator = await service.join('administrator', '管理员乙');
    const close = { date: '2023-12-31', dispositions: [] };
    for (const [end, body] of [
      ['close', close],
      ['reopen', { date: '2023-12-31', reason: '更正' }],
    ] as const) {
      expect((await send(administrator, end, body, await seenNow())).body.code).toBe('if-match-not-here');
    }
  });

  it('answers the same key with the same receipt, and refuses it with other content', async () => {
    const headers = { 'Idempotency-Key': 'one-and-the-same' };
    const body = { ...cut(LINE, '财预〔2023〕12号'), amount: '2.00' };
    const [once, twice] = [await send(first, 'cuts', body, headers), await send(first, 'cuts', body, headers)];
    expect([once.body.repeated, twice.body.repeated, twice.body.events]).toEqual([false, true, once.body.events]);
    const other = await send(first, 'cuts', { ...body, amount: '3.00' }, headers);
    expect([other.status, other.body.code]).toEqual([409, 'command-id-reused']);
    expect(other.body.detail).toContain('请换一个 Idempotency-Key');
  });

  it('reads its own writes by the position of the receipt', async () => {
    const { body: receipt } = await send(first, 'cuts', { ...cut(LINE, '财预〔2023〕13号'), amount: '4.00' });
    const { body } = await service.ask(`GET ${YEAR}/lines?item=2080101&after=${receipt.position}`, first);
    expect(body.total.changes.yuan).toBe('-68.00');
  });
});
