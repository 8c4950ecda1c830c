import type { Page } from 'playwright-core';
import { axeFindings } from '../support/axe';
import { choose, raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

async function day(page: Page, text: string): Promise<void> {
  await page.getByLabel('日期', { exact: true }).fill(text);
  await page.keyboard.press('Enter');
}

it('takes back an income that was wrongly booked, and no more than it was', async () => {
  const page = await stage.enter('officer', '经办甲', ['301001'], '/301001/2023/payments?list=income');
  await page.getByLabel('查找支付').fill('S202301207');
  await page.getByText('共 1 笔').waitFor();
  await page.getByRole('button', { name: '冲销 S202301207' }).click();
  const form = page.getByRole('dialog', { name: '红字冲销凭证 S202301207' });
  await form.getByLabel('冲回金额', { exact: true }).fill('60940');
  await day(page, '2023-12-29');
  await form.getByLabel('红字凭证号').fill('H-1');
  await form.getByRole('button', { name: '记录冲销' }).click();
  await form.getByRole('alert').getByText('60,939.97').waitFor();
  await form.getByLabel('冲回金额', { exact: true }).fill('60939.97');
  await form.getByRole('button', { name: '记录冲销' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByText('共 2 笔').waitFor();
  const reversal = page.getByRole('row').filter({ hasText: 'H-1' });
  expect(await reversal.textContent()).toContain('-60,939.97');
  expect(await axeFindings(page)).toEqual([]);
});

it('holds quota for a contract, and gives back what is no longer needed', async () => {
  const page = await stage.enter('officer', '经办乙', ['301001'], '/301001/2023/payments?list=freezes');
  const { token } = await stage.signIn('经办乙');
  const line = { fundSource: 'generalPublic', item: '2080199', kind: 'project', project: '三支一扶招聘工作经费' };
  const grant = {
    documentNumber: '测财预〔2023〕3号',
    date: '2023-11-01',
    purpose: '三支一扶',
    line,
    amount: '1000.00',
  };
  const headers = { 'Idempotency-Key': 'story-freeze-grant' };
  const granted = await stage.service.ask('POST /api/units/301001/years/2023/supplements', {
    token,
    body: grant,
    headers,
  });
  expect(granted.status).toBe(201);
  await page.getByRole('button', { name: '冻结额度' }).click();
  const form = page.getByRole('dialog', { name: '冻结额度' });
  await choose(page, '指标', '2080199 szyfzp');
  await form.getByLabel('合同或采购编号').fill('合同-7');
  await form.getByLabel('冻结金额', { exact: true }).fill('800');
  await day(page, '2023-11-02');
  await form.getByLabel('事由').fill('招聘服务合同');
  await form.getByRole('button', { name: /^冻\s?结$/ }).click();
  const row = page.getByRole('row').filter({ hasText: '合同-7' });
  await row.getByText('招聘服务合同').waitFor();
  await row.getByRole('button', { name: '解冻 合同-7' }).click();
  const release = page.getByRole('dialog', { name: '解冻 合同-7' });
  expect(await release.getByLabel('解冻金额', { exact: true }).inputValue()).toBe('800.00');
  await release.getByLabel('解冻金额', { exact: true }).fill('300');
  await day(page, '2023-11-30');
  await release.getByRole('button', { name: '记录解冻' }).click();
  await row.getByText('500.00').waitFor();
  expect(await row.textContent()).toMatch(/800\.00.*0\.00.*300\.00.*500\.00/);
  expect(await axeFindings(page)).toEqual([]);
});
