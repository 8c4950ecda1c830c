import { axeFindings } from '../support/axe';
import { choose, raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

const FACTS = '/301/2023/account?profile=hunan-2023&tab=facts';
const record = /^记\s?录$/;

it('lets an officer record a figure of last year that the text lacks, and read the comparison', async () => {
  const page = await stage.enter('officer', '经办甲', ['301'], '/301/2023/account?profile=shandong-2022&tab=missing');
  await page.getByRole('button', { name: '填写：项目支出' }).click();
  const form = page.getByRole('dialog', { name: '上年决算：项目支出' });
  await form.getByLabel('金额', { exact: true }).fill('4000万');
  await form.getByRole('button', { name: record }).click();
  await form.waitFor({ state: 'hidden' });
  expect(await page.getByRole('button', { name: '填写：项目支出', exact: true }).count()).toBe(0);
  await page.getByRole('tab', { name: '公开文件' }).click();
  await page.locator('[data-paragraph]').filter({ hasText: '3,794.69万元。与上年相比，减少205.31万元' }).waitFor();
});

it('shows what was said of a count, who said it, and what was said before', async () => {
  const page = await stage.enter('officer', '经办乙', ['301'], FACTS);
  await page.getByRole('button', { name: '修改：会议次数' }).click();
  const form = page.getByRole('dialog', { name: '其他事项：会议次数' });
  expect(await form.getByLabel('数值').inputValue()).toBe('4');
  await form.getByLabel('数值').fill('5');
  await form.getByRole('button', { name: record }).click();
  await form.waitFor({ state: 'hidden' });
  const row = page.getByRole('row').filter({ hasText: '会议次数' });
  await row.getByText('经办乙').waitFor();
  await row.getByRole('button', { name: '修改：会议次数' }).click();
  const sayings = form.getByRole('region', { name: '记录过的' }).getByRole('listitem');
  expect(await sayings.first().textContent()).toMatch(/^5 次.*经办乙/);
  expect(await sayings.nth(1).textContent()).toMatch(/^4 次.*示例导入/);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: '公开文件' }).click();
  await page.locator('[data-paragraph="meetings/total"]').filter({ hasText: '召开会议5次' }).waitFor();
});

it('tells the later of two officers who changed the same count meanwhile, and records hers only when she has seen it', async () => {
  const first = await stage.enter('officer', '经办丁', ['301'], FACTS);
  const second = await stage.enter('officer', '经办戊', ['301'], FACTS);
  const forms = await Promise.all(
    [first, second].map(async (page, index) => {
      await page.getByRole('button', { name: '修改：会议次数' }).click();
      const form = page.getByRole('dialog', { name: '其他事项：会议次数' });
      await form.getByLabel('数值').fill(`${7 + index}`);
      return form;
    }),
  );
  await forms[0]!.getByRole('button', { name: record }).click();
  await forms[0]!.waitFor({ state: 'hidden' });
  await forms[1]!.getByRole('button', { name: record }).click();
  await forms[1]!.getByRole('alert').filter({ hasText: '经办丁' }).waitFor();
  await forms[1]!.getByRole('button', { name: '已看过最新情况，仍要提交' }).click();
  await forms[1]!.waitFor({ state: 'hidden' });
  await first.getByRole('row').filter({ hasText: '会议次数' }).getByText('经办戊').waitFor();
});

it('takes a vehicle the list does not have, and the unit’s own words', async () => {
  const page = await stage.enter('officer', '经办丙', ['301'], FACTS);
  await choose(page, '另记的种类', '其他事项');
  await page.getByRole('textbox', { name: '另记的指标' }).fill('车辆:应急保障用车');
  await page.getByRole('button', { name: '另记一项' }).click();
  const form = page.getByRole('dialog', { name: '其他事项：车辆:应急保障用车' });
  await form.getByLabel('数值').fill('2');
  await form.getByLabel('计量单位').fill('辆');
  await form.getByRole('button', { name: record }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '填写：主要职责' }).click();
  await page.getByRole('textbox', { name: '主要职责' }).pressSequentially('统筹全市就业和社会保障工作。');
  await page.getByRole('button', { name: /保\s*存/ }).click();
  await page.getByRole('tab', { name: '公开文件' }).click();
  await page.locator('[data-paragraph="assets/vehicles"]').filter({ hasText: '共有车辆13辆' }).waitFor();
  await page.getByText('统筹全市就业和社会保障工作。').waitFor();
});

it('shows a supervisor the facts and nothing to change', async () => {
  const page = await stage.enter('supervisor', '监督甲', ['301'], FACTS);
  await page.getByRole('row').filter({ hasText: '会议次数' }).waitFor();
  expect(await page.getByRole('button', { name: /^(填写|修改)：/ }).count()).toBe(0);
  expect(await page.getByRole('button', { name: '另记一项' }).count()).toBe(0);
});
