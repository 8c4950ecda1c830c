import { axeFindings } from '../support/axe';
import { raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

it('shows a supervisor which sentences and figures changed since the end of a month, and by what', async () => {
  const to = encodeURIComponent('|');
  const from = encodeURIComponent('2023-11-30|');
  const address = `/301/2023/account?profile=hunan-2023&tab=versions&from=${from}&to=${to}`;
  const page = await stage.enter('supervisor', '监督甲', ['301'], address);
  const sentences = page.getByRole('region', { name: '变动的文字' });
  const total = sentences.getByRole('listitem').filter({ hasText: '现为2023年度收、支总计9205.13万元' });
  await total.waitFor();
  expect(await total.textContent()).toMatch(/原为2023年度收、支总计\d/);
  await page.getByText(/^表中的数（\d+）$/).waitFor();
  expect(await page.getByRole('link', { name: /^3010\d\d\.2023@\d+$/ }).count()).toBeGreaterThan(0);
  expect(await axeFindings(page)).toEqual([]);
});
