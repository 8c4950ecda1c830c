import { join } from 'node:path';
import { ImportYear } from '@juesuan/application';
import { CommandBus } from '@nestjs/cqrs';
import { type Service, startService } from '../../testing/service';

const CASE = join(__dirname, '../../../../test/cases/zhuzhou-2023/input');
const UNIT = '/api/units/301001/years/2023';
const LINE = { fundSource: 'generalPublic', item: '2080199', kind: 'project', project: '基层平台建设' };
const DRAFT = {
  adjustmentId: 'T-1',
  documentNumber: '测财预〔2023〕1号',
  date: '2023-11-01',
  purpose: '基层平台建设',
  entries: [{ type: 'supplement', line: LINE, amount: '12.5万元' }],
};

let service: Service;
let officer: string;
let reviewer: string;
beforeAll(async () => {
  service = await startService();
  await service.app.get(CommandBus).execute(new ImportYear(CASE, 2023, '会计'));
  officer = (await service.join('officer', '经办甲', ['301'])).token;
  reviewer = (await service.join('reviewer', '审核乙', ['301'])).token;
});
afterAll(() => service.close());

const preview = (body: object, token = officer) =>
  service.ask(`POST ${UNIT}/adjustments/preview`, { token, body: { profile: 'hunan-2023', account: '301', ...body } });

let commands = 0;
const command = (what: string, token: string, body: object = {}) =>
  service.ask(`POST ${UNIT}/adjustments${what}`, {
    token,
    body,
    headers: { 'Idempotency-Key': `command-${commands++}` },
  });

const sentence = async (): Promise<string> => {
  const { body } = await service.ask(`GET /api/units/301/years/2023/account?profile=hunan-2023`, { token: officer });
  return body.items.find(({ code }: { code: string }) => code === LINE.item).text;
};

it('a step that takes no body takes an empty one of JSON too', async () => {
  await command('', officer, { ...DRAFT, adjustmentId: 'T-空' });
  const bare = (path: string): Promise<Response> =>
    fetch(`${service.url}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${officer}`,
        'Idempotency-Key': `bare-${commands++}-key`,
      },
    });
  expect((await bare(`${UNIT}/adjustments/${encodeURIComponent('T-空')}/submit`)).status).toBe(200);
  const lacking = await bare(`${UNIT}/supplements`);
  expect([lacking.status, await lacking.json()]).toEqual([
    400,
    expect.objectContaining({ fields: expect.objectContaining({ amount: ['不能缺少。'] }) }),
  ]);
});

describe('an adjustment tried before it is sent', () => {
  it('says what then happens, line by line and in the words of the account', async () => {
    const before = await sentence();
    const { status, body: tried } = await preview(DRAFT);
    expect(status).toBe(200);
    const [line] = tried.lines;
    expect(line.change.yuan).toBe('125,000.00');
    expect(line.after.available.fen - line.before.available.fen).toBe(12_500_000);
    expect(await sentence()).toBe(before);

    await command('', officer, DRAFT);
    await command('/T-1/submit', officer);
    await command('/T-1/approve', reviewer, { comment: '同意' });
    const applied = await command('/T-1/apply', officer);
    expect(applied.status).toBe(200);
    const { body: after } = await preview({ ...DRAFT, adjustmentId: 'T-2' });
    expect(after.lines[0].before).toEqual(line.after);
    expect(tried.items).toEqual([{ code: LINE.item, name: expect.any(String), before, after: await sentence() }]);
  });

  it('needs no number yet, since nothing is recorded; one that is taken is refused', async () => {
    const { adjustmentId, ...unnumbered } = DRAFT;
    expect((await preview(unnumbered)).status).toBe(200);
    expect((await preview({ ...unnumbered, adjustmentId })).body.code).toBe('adjustment-id-reused');
  });

  it('is refused as drafting it would be', async () => {
    const { status, body } = await preview({
      ...DRAFT,
      adjustmentId: 'T-9',
      entries: [{ type: 'cut', line: LINE, amount: '99999万元' }],
    });
    expect(status).toBe(422);
    expect(body.detail).toContain('可用');
  });

  it('shows nobody an account that is not hers', async () => {
    const { token } = await service.join('officer', '经办丙', ['301001']);
    expect((await preview(DRAFT, token)).body.code).toBe('unit-not-yours');
    expect((await preview({ ...DRAFT, adjustmentId: 'T-3', account: '301001' }, token)).status).toBe(200);
    expect((await preview({ ...DRAFT, adjustmentId: 'T-3', account: '301002' })).body.code).toBe('unit-unknown');
  });
});
