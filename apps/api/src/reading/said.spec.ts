import { type Service, startService } from '../../testing/service';

const YEAR = '/api/units/700/years/2023';
const PROJECT = { fundSource: 'generalPublic', item: '2080102', kind: 'project', project: '信息化' };

describe('what forms start from', () => {
  let service: Service;
  let token: string;
  beforeAll(async () => {
    service = await startService();
    const admin = await service.join('administrator', '管理员', ['700']);
    ({ token } = await service.join('officer', '经办甲', ['700']));
    await tell('POST open', { unitName: '七百', unitType: 'institution' }, admin.token);
    await tell('POST original-budget', { line: PROJECT, amount: '50000.00' });
  });
  afterAll(() => service.close());

  let commands = 0;
  async function tell(what: string, body: object, by = token): Promise<void> {
    const [method, path = ''] = what.split(' ');
    const headers = { 'Idempotency-Key': `said-of-seven-hundred-${(commands += 1)}` };
    const answer = await service.ask(`${method} ${YEAR}/${encodeURI(path)}`, { token: by, body, headers });
    expect([what, answer.status < 300 || answer.body]).toEqual([what, true]);
  }
  const get = async (path: string) => (await service.ask(`GET ${YEAR}/${path}`, { token })).body;

  it('a reason with what was said before, and who said it', async () => {
    await tell('PUT reasons/2080102', { reason: '{追加}用于系统升级' });
    await tell('PUT reasons/2080102', { reason: '{追加}用于系统换代' });
    const [{ name, title, now, before }] = await get('reasons');
    expect([name, title]).toEqual(['2080102', '一般行政管理事务']);
    expect(now).toMatchObject({ text: '{追加}用于系统换代', actor: '经办甲', reference: '700.2023@3', amount: null });
    expect(before.map(({ text }: { text: string }) => text)).toEqual(['{追加}用于系统升级']);
    expect(Date.parse(now.recordedAt)).toBeGreaterThanOrEqual(Date.parse(before[0].recordedAt));
  });

  it('counts with their unit, and last year’s figures by document', async () => {
    await tell('PUT disclosures/会议次数', { value: '4', unit: '次', note: '含视频会' });
    await tell('PUT prior-year/account/收入支出总计', { amount: '12.5万元' });
    await tell('PUT prior-year/budget/收入支出总计', { amount: '10.00' });
    await tell('PUT three-public-budget/reception', { amount: '600.00' });
    expect(await get('disclosures')).toMatchObject([
      { name: '会议次数', now: { text: '4', unit: '次', note: '含视频会' }, before: [] },
    ]);
    expect(await get('prior-year')).toMatchObject([
      { document: 'account', name: '收入支出总计', now: { text: null, amount: { wan: '12.50' } } },
      { document: 'budget', name: '收入支出总计', now: { amount: { yuan: '10.00' } } },
    ]);
    expect(await get('three-public-budget')).toMatchObject([
      { name: 'reception', title: '公务接待费', now: { amount: { yuan: '600.00' } } },
    ]);
    expect(await get('explanations')).toEqual([]);
  });

  it('freezes, open and done with', async () => {
    const hold = { line: PROJECT, date: '2023-04-01', purpose: '采购' };
    await tell('POST freezes', { ...hold, freezeId: '合同-1', amount: '9000.00' });
    await tell('POST freezes', { ...hold, freezeId: '合同-2', amount: '100.00' });
    await tell('POST freezes/合同-2/releases', { amount: '100.00', date: '2023-04-02' });
    const freezes = await get('freezes');
    expect(freezes).toMatchObject([
      { unit: '700', freezeId: '合同-2', open: false, released: { yuan: '100.00' }, left: { yuan: '0.00' } },
      { unit: '700', freezeId: '合同-1', open: true, line: PROJECT, left: { yuan: '9,000.00' } },
    ]);
    expect(freezes[0].steps.map(({ title }: { title: string }) => title)).toEqual(['冻结', '解冻']);
  });
});
