import { raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')), 120_000);
afterAll(() => stage.close());

it('leads an officer from signing in to the first page of her unit', async () => {
  const page = await stage.enter('officer', '经办甲', ['301001']);
  await page.waitForURL(/\/301001\/2023\/overview/);
  expect(await page.getByRole('combobox', { name: '财政年度' }).isVisible()).toBe(true);
  expect(await page.getByRole('status').first().textContent()).toContain('实时');
});
