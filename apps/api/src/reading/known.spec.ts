import { join } from 'node:path';
import { ImportYear } from '@juesuan/application';
import { CommandBus } from '@nestjs/cqrs';
import { recordedUntil } from '../../testing/moments';
import { type Service, startService } from '../../testing/service';

const CASE = join(__dirname, '../../../../test/cases/liaocheng-2022/input');
const YEAR = '/api/units/137001/years/2022';
const LINE = { fundSource: 'generalPublic', item: '2080102', kind: 'project', project: '人社业务经费' };

/** The chain is the whole log’s, which goes on. */
const isOfTheAccount = ({ id }: { id: string }): boolean => id !== 'D10';

/** Every question about a unit’s year. */
const QUESTIONS = [
  'account?profile=shandong-2022',
  'account/tables?profile=shandong-2022',
  'account/pages?profile=shandong-2022',
  'account/final-account.json?profile=shandong-2022',
  'account/checks?profile=shandong-2022',
  'account/why?table=05&row=2080102&column=0',
  'account/why?item=2080102',
  'lines?groupBy=unit',
  'monitoring/execution?by=month&asOf=2022-12-31',
  'monitoring/execution?by=class&asOf=2022-06-30',
  'monitoring/alerts?asOf=2022-12-31',
  'journal?limit=50',
  'payments?limit=5',
  'income?limit=5',
  'adjustments',
  'reasons',
  'explanations',
  'disclosures',
  'prior-year',
  'three-public-budget',
  'freezes',
];

describe('what was known at an instant', () => {
  let service: Service;
  let token: string;
  const answers: { instant: string; told: Map<string, unknown> }[] = [];

  const ask = async (question: string, knownAt?: string) => {
    const said =
      knownAt === undefined ? '' : `${question.includes('?') ? '&' : '?'}knownAt=${encodeURIComponent(knownAt)}`;
    const { status, body } = await service.ask(`GET ${YEAR}/${question}${said}`, { token });
    return { status, body: question.startsWith('account/checks') ? body.filter(isOfTheAccount) : body };
  };
  /** Every question as it is answered at this moment, and the moment. */
  async function lookNow(): Promise<void> {
    const told = new Map<string, unknown>();
    for (const question of QUESTIONS) told.set(question, await ask(question));
    answers.push({ instant: await recordedUntil(service, YEAR, token), told });
  }
  let commands = 0;
  async function tell(what: string, body: object, by = officer): Promise<void> {
    const [method, path = ''] = what.split(' ');
    const headers = { 'Idempotency-Key': `known-at-an-instant-${(commands += 1)}` };
    const answer = await service.ask(`${method} /api/units/137001/years/2022/${encodeURI(path)}`, {
      token: by,
      body,
      headers,
    });
    expect([what, answer.status < 300 || answer.body]).toEqual([what, true]);
  }
  let admin: { token: string };
  let reviewer: { token: string };
  let officer: string;

  beforeAll(async () => {
    service = await startService();
    ({ token } = await service.join('supervisor', '监督甲', ['137001']));
    admin = await service.join('administrator', '管理员', ['137001']);
    reviewer = await service.join('reviewer', '审核甲', ['137001']);
    ({ token: officer } = await service.join('officer', '经办甲', ['137001']));
    await service.app.get(CommandBus).execute(new ImportYear(CASE, 2022, '会计'));
    await lookNow();
    const document = { documentNumber: '聊财预〔2022〕999号', date: '2022-05-04', purpose: '平台建设' };
    await tell('POST supplements', { ...document, line: LINE, amount: '12.5万元' });
    await tell('POST freezes', {
      freezeId: '合同-1',
      line: LINE,
      amount: '100.00',
      date: '2022-05-05',
      purpose: '采购',
    });
    await lookNow();
    await tell('PUT reasons/2080102', { reason: '{追加}用于平台建设' });
    await tell('PUT disclosures/会议次数', { value: '4', unit: '次' });
    const entries = [{ type: 'cut', line: LINE, amount: '10.00' }];
    await tell('POST adjustments', { ...document, adjustmentId: 'T1', entries });
    await lookNow();
    await tell('POST adjustments/T1/submit', {});
    await tell('POST adjustments/T1/reject', { comment: '重复' }, reviewer.token);
    await tell('POST close', { date: '2022-12-31', dispositions: [] }, admin.token);
    await lookNow();
  });
  afterAll(() => service.close());

  it('is answered later as it was answered then, to every question', async () => {
    for (const { instant, told } of answers) {
      for (const [question, then] of told)
        expect([instant, question, await ask(question, instant)]).toEqual([instant, question, then]);
    }
  });

  it('differs from what is known now, where something was recorded since', async () => {
    const [first] = answers;
    const changed = QUESTIONS.filter(
      (question) => JSON.stringify(first?.told.get(question)) !== JSON.stringify(answers.at(-1)?.told.get(question)),
    );
    expect(changed).toEqual(
      expect.arrayContaining([
        'account?profile=shandong-2022',
        'lines?groupBy=unit',
        'adjustments',
        'reasons',
        'freezes',
      ]),
    );
  });

  it('may be asked in any timezone, or for today', async () => {
    const [, second] = answers;
    const inChina = new Date(Date.parse(second?.instant ?? '') + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
    expect(await ask('lines', inChina)).toEqual(await ask('lines', second?.instant));
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(await ask('lines', today)).toEqual(await ask('lines'));
  });

  it('goes together with a business day', async () => {
    const [first] = answers;
    expect(await ask('lines?asOf=2022-05-04', first?.instant)).not.toEqual(await ask('lines?asOf=2022-05-04'));
    expect(await ask('lines?asOf=2022-04-30', first?.instant)).toEqual(await ask('lines?asOf=2022-04-30'));
  });

  it.each([
    ['2999-01-01T00:00:00Z', 'not-yet-known', /还没有到/],
    ['2999-01-01', 'not-yet-known', /还没有到/],
    ['2022-05-04T10:00:00', 'not-an-instant', /带时区/],
    ['2022-02-30', 'not-an-instant', /不是时刻/],
    ['2001-01-01', 'unit-unknown', /到 2001-01-01 23:59:59 为止，2022 年度没有单位/],
  ])('refuses %s in words', async (knownAt, code, words) => {
    const { status, body } = await ask('account', knownAt);
    expect([status >= 400 && status < 500, body.code]).toEqual([true, code]);
    expect(body.detail ?? body.message).toMatch(words);
  });

  it('goes out as files', async () => {
    for (const file of ['tables.xlsx', 'document.docx', 'bundle.zip']) {
      expect((await ask(`account/${file}?profile=shandong-2022`, answers[0]?.instant)).status).toBe(200);
    }
    expect((await ask('lines.xlsx', answers[0]?.instant)).status).toBe(200);
    // The thread that writes them refuses as every query does.
    const refused = await ask('account/document.docx', '2001-01-01');
    expect([refused.status, refused.body.code]).toEqual([404, 'unit-unknown']);
    expect((await ask('account/document.docx?profile=no-such')).status).toBe(
      (await ask('account?profile=no-such')).status,
    );
  });
});
