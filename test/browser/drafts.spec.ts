import type { Page } from 'playwright-core';
import { choose, raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

const OF_ANOTHER_UNIT = { fundSource: 'generalPublic', item: '2080109', kind: 'basic', project: '' };

let commands = 0;
async function post(user: string, unit: string, path: string, body: object): Promise<number> {
  const { token } = await stage.signIn(user);
  const headers = { 'Idempotency-Key': `drafts-command-${commands++}` };
  const { status } = await stage.service.ask(`POST /api/units/${unit}/years/2023/${path}`, { token, body, headers });
  return status;
}

/** Keeps the page from being told where a unit's year stands, until it is let know. */
async function hold(page: Page, unit: string): Promise<() => Promise<void>> {
  let letKnow = (): void => undefined;
  const until = new Promise<void>((resolve) => (letKnow = resolve));
  const address = new RegExp(`/api/units/${unit}/years/2023(\\?|$)`);
  await page.route(address, async (route) => {
    await until;
    await route.continue();
  });
  return async () => {
    const told = page.waitForResponse(address);
    letKnow();
    await told;
  };
}

const day = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('日期', { exact: true }).fill(text);
  await page.keyboard.press('Enter');
};

const sending = (page: Page) => page.getByRole('button', { name: /^记\s?录$/ });

it('holds a payment against what was seen of its own line, however late another line is answered for', async () => {
  const page = await stage.enter('officer', '经办甲', ['301'], '/301/2023/payments?form=payment');
  const granted = { documentNumber: '测财预〔2023〕31号', date: '2023-11-01', purpose: '劳动监察' };
  const paid = { voucher: 'D-1', date: '2023-12-01', line: OF_ANOTHER_UNIT, economicItem: '30201', amount: '20.00' };
  expect(await post('经办甲', '301003', 'supplements', { ...granted, line: OF_ANOTHER_UNIT, amount: '90.00' })).toBe(
    201,
  );
  const tellOfFirst = await hold(page, '301001');
  await choose(page, '指标', '301001 2080199 szyfzp');
  expect(await sending(page).isEnabled()).toBe(false);
  const told = page.waitForResponse(/\/api\/units\/301003\/years\/2023(\?|$)/);
  await choose(page, '指标', '301003 2080109');
  await told;
  expect(await post('经办甲', '301003', 'payments', paid)).toBe(201);
  await tellOfFirst();
  await choose(page, '经济分类科目', '30201');
  await page.getByLabel('金额', { exact: true }).fill('10');
  await day(page, '2023-12-02');
  await page.getByLabel('凭证号', { exact: true }).fill('D-2');
  await sending(page).click();
  await page.getByRole('alert').getByText('您查看之后有了变化').waitFor();
  await page.getByRole('button', { name: '已看过最新情况，仍要提交' }).click();
  await page.getByText('已记录支付，凭证号 D-2。').waitFor();
});

it('drafts a document only once it knows where the year of its unit stands', async () => {
  const page = await stage.enter('officer', '经办乙', ['301'], '/301/2023/adjustments?form=draft');
  const tell = await hold(page, '301002');
  const submit = page.getByRole('button', { name: '保存并送审' });
  await choose(page, '调整的单位', '301003');
  await page.locator('button:enabled', { hasText: '保存并送审' }).waitFor();
  await choose(page, '调整的单位', '301002');
  expect(await submit.isEnabled()).toBe(false);
  await tell();
  await page.locator('button:enabled', { hasText: '保存并送审' }).waitFor();
});

it("keeps a reviewer's comment through a reload, until she clears it", async () => {
  await stage.service.join('officer', '经办丙', ['301001']);
  const line = { fundSource: 'generalPublic', item: '2080199', kind: 'project', project: '三支一扶招聘工作经费' };
  const document = {
    adjustmentId: 'TZ-drafts',
    documentNumber: '测财预〔2023〕32号',
    date: '2023-11-01',
    purpose: '三支一扶',
    entries: [{ type: 'supplement', line, amount: '100.00' }],
  };
  expect(await post('经办丙', '301001', 'adjustments', document)).toBe(201);
  expect(await post('经办丙', '301001', 'adjustments/TZ-drafts/submit', {})).toBe(200);
  const page = await stage.enter('reviewer', '审核甲', ['301'], '/301/2023/adjustments?doc=301001|TZ-drafts');
  const comment = page.getByLabel('审核意见');
  await comment.fill('缺少文件依据');
  await page.reload();
  await comment.waitFor();
  expect(await comment.inputValue()).toBe('缺少文件依据');
  await clear(page);
  expect(await comment.inputValue()).toBe('');
  await page.reload();
  await comment.waitFor();
  expect(await comment.inputValue()).toBe('');
});

it('throws a half-typed payment away when that is asked and confirmed', async () => {
  const page = await stage.enter('officer', '经办丁', ['301001'], '/301001/2023/payments?form=payment');
  const amount = page.getByLabel('金额', { exact: true });
  expect(await page.getByRole('button', { name: '清空重填' }).count()).toBe(0);
  await amount.fill('12.34');
  await page.getByLabel('摘要').fill('办公用品');
  await clear(page);
  expect([await amount.inputValue(), await page.getByLabel('摘要').inputValue()]).toEqual(['', '']);
  await page.reload();
  await amount.waitFor();
  expect(await amount.inputValue()).toBe('');
});

it('throws a half-typed user away', async () => {
  const page = await stage.enter('administrator', '管理甲', [], '/301/2023/settings?tab=users');
  await page.getByRole('button', { name: '新建用户' }).click();
  const form = page.getByRole('dialog', { name: '新建用户' });
  await form.getByLabel('用户名').fill('半个用户');
  await clear(page);
  expect(await form.getByLabel('用户名').inputValue()).toBe('');
});

it('keeps the reason for opening a year again through a reload', async () => {
  const page = await stage.enter('administrator', '管理乙', [], '/301002/2023/account?tab=closing');
  await page.getByRole('button', { name: '关账…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /关\s*账/ })
    .click();
  const reason = page.getByLabel('重新开账的理由');
  await reason.fill('漏记一笔十二月的支付');
  await page.reload();
  await reason.waitFor();
  expect(await reason.inputValue()).toBe('漏记一笔十二月的支付');
});

async function clear(page: Page): Promise<void> {
  await page.getByRole('button', { name: '清空重填' }).click();
  await page.getByRole('button', { name: /^清\s?空$/ }).click();
}
