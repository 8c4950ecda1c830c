import type { Locator, Page } from 'playwright-core';
import { choose, raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

it('a day is read in whichever way it is typed, and what is none is told and kept out', async () => {
  const page = await stage.enter('officer', '经办甲', ['301001'], '/301001/2023/payments?form=payment');
  const day = field(page, '日期');
  const leave = async (text: string): Promise<string> => {
    await day.fill(text);
    await page.keyboard.press('Tab');
    return day.inputValue();
  };
  await day.fill('2023-11-05');
  await page.keyboard.press('Enter');
  for (const typed of ['2023.3.5', '20230305', '2023年3月5日', '3-5', '２０２３／３／５']) {
    await leave('2023-11-05');
    expect(await leave(typed)).toBe('2023-03-05');
  }
  expect(await leave('2023-13-05')).toBe('');
  await page.getByText('“2023-13-05”不是日期，请写成 2023-03-05。').waitFor();
  expect(await leave('2022.12.31')).toBe('');
  await page.getByText('2022.12.31 不在 2023 年度内。').waitFor();
  await leave('2023-12-01');
  await page.getByText('不在 2023 年度内').waitFor({ state: 'detached' });
});

it('an amount is in the unit that was typed last, and in 元 when it is emptied', async () => {
  const page = await stage.enter('officer', '经办乙', ['301001'], '/301001/2023/payments?form=payment');
  const shown = async (typed: string): Promise<string> => {
    await field(page, '金额').fill(typed);
    const unit = await page.locator('.ant-space-compact .ant-select').first().innerText();
    return `${await field(page, '金额').inputValue()} ${unit.trim()}`;
  };
  expect(await shown('1.2万')).toBe('1.2 万元');
  expect(await shown('1234元')).toBe('1234 元');
  expect(await shown('1.2万')).toBe('1.2 万元');
  expect(await shown('')).toBe(' 元');
  expect(await shown('１，２３４．５６')).toBe('1234.56 元');
});

it('a double click records and tells once, and 可用 is seen whole before it', async () => {
  const page = await stage.enter('officer', '经办丙', ['301001'], '/301001/2023/payments');
  const { token } = await stage.signIn('经办丙');
  const line = { fundSource: 'generalPublic', item: '2080199', kind: 'project', project: '三支一扶招聘工作经费' };
  const granted = await stage.service.ask('POST /api/units/301001/years/2023/supplements', {
    token,
    headers: { 'Idempotency-Key': 'a-grant-to-pay-from' },
    body: { documentNumber: '测财预〔2023〕9号', date: '2023-11-01', purpose: '三支一扶', line, amount: '98645.44' },
  });
  expect(granted.status).toBe(201);
  // Opened after the grant: a form that was open before tells of it first.
  await page.getByRole('button', { name: '记录支付' }).click();
  await choose(page, '指标', '2080199 szyfzp');
  const rightEdgeOf = async (of: Locator): Promise<number> => {
    const { x = NaN, width = NaN } = (await of.boundingBox()) ?? {};
    return x + width;
  };
  const available = await rightEdgeOf(page.getByText(/^可用 [\d,.]+ 元$/));
  expect(available).toBeLessThan(await rightEdgeOf(page.locator('.ant-drawer-body')));
  await choose(page, '经济分类科目', '30201');
  await field(page, '金额').fill('12.34');
  await field(page, '日期').fill('2023.12.1');
  await field(page, '凭证号').fill('D-1');
  await page.getByRole('button', { name: /^记\s?录$/ }).dblclick();
  await page.getByText('已记录支付，凭证号 D-1。').first().waitFor();
  // What a second sending would tell comes as soon as the list has the payment.
  await page.getByRole('button', { name: '更正 D-1' }).waitFor();
  expect(await page.getByText('已记录支付，凭证号 D-1。').count()).toBe(1);
});
