import { axeFindings } from '../support/axe';
import { raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

it('lets a supervisor find a voucher, see it as it was recorded, and verify the chain', async () => {
  const page = await stage.enter('supervisor', '监督甲', ['301'], '/301/2023/audit');
  await page.getByRole('textbox', { name: '查找记录' }).fill('2023000254');
  const row = page.getByRole('row').filter({ hasText: '2023000254' });
  await page.getByText('共 1 项').waitFor();
  await row.getByRole('button', { name: '支付' }).press('Enter');
  const record = page.getByRole('dialog', { name: /^记录 301001\.2023@\d+/ });
  await record.getByText('43,430.00 元', { exact: true }).waitFor();
  expect(await record.getByLabel('原样内容').textContent()).toContain('"amount": 4343000');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '核对哈希链' }).click();
  await page.getByText(/哈希链全部相符/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

it('keeps an officer to what her role may do', async () => {
  const page = await stage.enter('officer', '经办甲', ['301001'], '/301001/2023/audit');
  await page.getByText(/^共 \d+ 项$/).waitFor();
  expect(await page.getByRole('button', { name: '核对哈希链' }).count()).toBe(0);
});
