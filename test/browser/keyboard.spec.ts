import type { Locator, Page } from 'playwright-core';
import { raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

/** More steps than anybody would take: whoever comes past them is caught in a circle that leaves the target out. */
const MOST_STEPS = 120;

/** Goes on with Tab until the target has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < MOST_STEPS; step++) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target.toString()}`);
}

async function push(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }).first());
  await page.keyboard.press('Enter');
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

async function day(page: Page, text: string): Promise<void> {
  await type(page, '日期', text);
  await page.keyboard.press('Enter');
}

async function pick(page: Page, label: string, typed: string): Promise<void> {
  await tabTo(page, page.getByRole('combobox', { name: label, exact: true }));
  await page.keyboard.type(typed);
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().waitFor();
  await page.keyboard.press('Enter');
}

it('the day can be worked through without a mouse: draft, approve, execute, pay, correct and close', async () => {
  const officer = await stage.enter('officer', '经办甲', ['301001'], '/301001/2023/adjustments');
  await push(officer, '起草调整单');
  await day(officer, '2023-11-01');
  await type(officer, '文号', '测财预〔2023〕41号');
  await type(officer, '事由', '三支一扶');
  await type(officer, '明细 1 金额', '500');
  await pick(officer, '明细 1 指标', '2080199 szyfzp');
  await push(officer, '保存并送审');
  await officer.getByText('等待审核人办理').waitFor();

  const reviewer = await stage.enter('reviewer', '审核甲', ['301'], '/301001/2023/adjustments');
  await push(reviewer, '测财预〔2023〕41号');
  await type(reviewer, '审核意见', '同意');
  await push(reviewer, /^批\s?准$/);
  await reviewer.getByText('测财预〔2023〕41号 已批准。').waitFor();
  await push(officer, /^执\s?行$/);
  await officer.getByText('测财预〔2023〕41号 已执行。').waitFor();

  await officer.goto(`${stage.service.url}/301001/2023/payments`);
  await push(officer, '记录支付');
  await pick(officer, '指标', '2080199 szyfzp');
  await pick(officer, '经济分类科目', '30201');
  await type(officer, '金额', '321.09');
  await day(officer, '2023-12-31');
  await type(officer, '凭证号', 'K-1');
  await push(officer, /^记\s?录$/);
  await officer.getByText('已记录支付，凭证号 K-1。').waitFor();
  // While the form is closing it still holds the focus, and Tab goes round in it.
  await officer.getByRole('dialog').waitFor({ state: 'hidden' });

  await push(officer, '更正 K-1');
  await pick(officer, '更正到经济分类科目', '30211');
  await day(officer, '2023-12-31');
  await type(officer, '更正凭证号', 'K-2');
  await push(officer, '记录更正');
  await officer.getByText('已记录凭证 K-1 的更正。').waitFor();

  const administrator = await stage.enter('administrator', '管理甲', [], '/301001/2023/account?tab=closing');
  await push(administrator, '关账…');
  await tabTo(administrator, administrator.getByRole('dialog').getByRole('button', { name: /^关\s?账$/ }));
  await administrator.keyboard.press('Enter');
  await administrator.getByText('年度已关账，不能再记录新的事项').waitFor();
});
