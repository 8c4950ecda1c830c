import { recordedUntil } from '../../apps/api/testing/moments';
import { axeFindings } from '../support/axe';
import { raise, type Stage } from '../support/browser';

let stage: Stage;
let known: string;
let before: string;

beforeAll(async () => {
  stage = await raise('liaocheng-2022', 2022);
  const { token } = await stage.service.join('officer', '经办甲', ['137001']);
  const { body } = await stage.service.ask(`GET ${YEAR}/monitoring/execution`, { token });
  before = body.total.final.wan;
  known = await recordedUntil(stage.service, YEAR, token);
  const line = { fundSource: 'generalPublic', item: '2080102', kind: 'project', project: '人社业务经费' };
  const supplement = { documentNumber: '聊财预〔2022〕999号', date: '2022-05-04', purpose: '平台建设', line };
  const headers = { 'Idempotency-Key': 'recorded-after-that' };
  const answer = await stage.service.ask(`POST ${YEAR}/supplements`, {
    token,
    headers,
    body: { ...supplement, amount: '12.5万元' },
  });
  expect(answer.status).toBe(201);
});
afterAll(() => stage.close());

const YEAR = '/api/units/137001/years/2022';

it('shows an officer the year as it was known before something was recorded, says so, and leads back to now', async () => {
  const address = `/137001/2022/overview?knownAt=${encodeURIComponent(known)}`;
  const page = await stage.enter('officer', '经办乙', ['137001'], address);
  const final = page.getByRole('link', { name: /^全年预算 / });
  await final.waitFor();
  expect((await final.textContent())?.replaceAll(',', '')).toBe(before);
  const told = page.getByRole('status').filter({ hasText: '已记录的事项显示' });
  await told.waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('menuitem', { name: '调整' }).click();
  await page.getByRole('heading', { name: '调整' }).waitFor();
  expect(await page.getByRole('button', { name: '起草调整单' }).count()).toBe(0);
  await told.getByRole('button', { name: '回到现在' }).click();
  await page.getByRole('button', { name: '起草调整单' }).waitFor();
  expect(await told.count()).toBe(0);
  await page.getByRole('menuitem', { name: '总览' }).click();
  await final.waitFor();
  expect(Number((await final.textContent())?.replaceAll(',', ''))).toBeCloseTo(Number(before) + 12.5, 2);
});

it('takes the minute somebody chooses, on China’s clock', async () => {
  const page = await stage.enter('supervisor', '监督甲', ['137001'], '/137001/2022/account');
  const choice = page.getByRole('textbox', { name: '当时所知' });
  await choice.fill('2022-01-05 09:30');
  await choice.press('Enter');
  await page.getByText('按 2022-01-05 09:30 已记录的事项显示').waitFor();
  expect(new URL(page.url()).searchParams.get('knownAt')).toBe('2022-01-05T09:30:00+08:00');
  await page.getByRole('alert').getByText('年度没有单位').waitFor();
});
