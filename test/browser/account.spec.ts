import { readFileSync } from 'node:fs';
import { readDocx } from '@juesuan/documents';
import type { Page } from 'playwright-core';
import { axeFindings } from '../support/axe';
import { raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

const DEPARTMENT = '/301/2023/account?profile=hunan-2023';

it('leads an officer from a cell of table 05 to the voucher behind it, and on to the event', async () => {
  const page = await stage.enter('officer', '经办甲', ['301'], `${DEPARTMENT}&table=05`);
  await page.locator('[data-cell="table:05/2080101/0"]').getByRole('button', { name: '3,434.35' }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '这个数从哪里来' });
  await drawer.getByText('34,343,496.26 元').waitFor();
  expect(await drawer.getByText('用到这个数的文字').isVisible()).toBe(true);
  const voucher = drawer.getByRole('row').filter({ hasText: '2023000001' });
  expect(await voucher.textContent()).toContain('22,514.00');
  await voucher.getByRole('link', { name: '支付' }).click();
  await page.waitForURL(/\/301001\/2023\/audit\?event=301001\.2023(%40|@)\d+/);
});

it('shows an officer the budget document of a year that has payments, opens a figure of it, and gives it as a file', async () => {
  const page = await stage.enter('officer', '经办戊', ['301'], `${DEPARTMENT}&table=05`);
  await page.getByRole('table', { name: /^公开05表/ }).waitFor();
  await page.getByRole('radiogroup', { name: '预算或决算' }).getByText('预算').click();
  await page.getByRole('heading', { name: '预算', exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get('table')).toBeNull();
  await page.getByRole('region', { name: '公开表' }).getByRole('button').first().click();
  await page.getByRole('dialog', { name: '这个数从哪里来' }).getByRole('link', { name: '年初预算' }).first().waitFor();
  await page.keyboard.press('Escape');
  const { headings } = readDocx(await downloaded(page, '公开文件（Word）', /2023年部门预算公开\.docx$/));
  expect(headings.map(({ text }) => text).join()).toContain('收支总表');
});

it('marks a sentence and the cell it restates when either is opened', async () => {
  const page = await stage.enter('supervisor', '监督甲', ['301'], DEPARTMENT);
  const sentence = page.locator('[data-paragraph="variance/2080101"]');
  await sentence.getByRole('button', { name: '3434.35' }).click();
  await page.getByRole('dialog').getByText('34,343,496.26 元').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('tab', { name: '公开05表' }).click();
  expect(await page.locator('[data-cell="table:05/2080101/0"]').getAttribute('class')).toContain('marked');
  expect(await sentence.getAttribute('class')).toContain('marked');
});

it('lets an officer fill a missing reason from the work list and read it in the text, its figure bound', async () => {
  const page = await stage.enter('officer', '经办乙', ['301'], `${DEPARTMENT}&tab=missing`);
  await page.getByRole('button', { name: '填写：公务接待费比上年增加的原因' }).click();
  const words = page.getByRole('textbox', { name: '公务接待费比上年增加的原因' });
  await words.pressSequentially('来访团组增加，多支出');
  await page.getByRole('group', { name: '插入数字' }).getByRole('button', { name: '公务接待费增加 2.49' }).click();
  await words.pressSequentially('万元');
  await page.getByRole('region', { name: '预览' }).getByText('主要是因为来访团组增加，多支出2.49万元').waitFor();
  await page.getByRole('button', { name: /保\s*存/ }).click();
  await page.getByRole('tab', { name: '公开文件' }).click();
  const told = page.locator('[data-paragraph="threePublic/reception"]').filter({ hasText: '来访团组增加，多支出' });
  await told.waitFor();
  expect(await told.getByRole('button', { name: '2.49' }).count()).toBe(2);
});

it('refuses a typed amount in a sentence with the way to write it', async () => {
  const page = await stage.enter('officer', '经办丙', ['301'], DEPARTMENT);
  const sentence = page.locator('[data-paragraph="overall/total"]');
  await sentence.getByRole('button', { name: /^改写/ }).click();
  const words = page.getByRole('textbox', { name: '改写这段文字' });
  await words.press('Control+End');
  await words.pressSequentially('另有12万元。');
  const preview = page.getByRole('region', { name: '预览' });
  await preview.getByRole('alert').getByText('手写了数字“12万元”').waitFor();
  expect(await preview.textContent()).toMatch(/请删去它，在页面上用“插入数字”插入/);
  expect(await preview.textContent()).not.toContain('{');
  await page.reload();
  await sentence.getByRole('button', { name: /^改写/ }).click();
  expect(await words.textContent()).toContain('另有12万元。');
});

it('shows failed checks before all others and leads to the tables they speak of', async () => {
  const page = await stage.enter('supervisor', '监督乙', ['301'], `${DEPARTMENT}&tab=checks`);
  const check = page.getByRole('row').filter({ hasText: 'A05' });
  expect(await check.textContent()).toContain('成立');
  await check.getByRole('link', { name: '01表' }).click();
  await page.getByRole('table', { name: '公开01表 收入支出决算总表' }).waitFor();
});

it('finds no fault of accessibility on the page', async () => {
  const page = await stage.enter('administrator', '管理乙', [], DEPARTMENT);
  await page.locator('.sheet table').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  for (const [tab, shown] of [
    ['待补充', '主要职责'],
    ['其他数据', '会议次数'],
    ['核对', 'A05'],
    ['关账', '可用（万元）'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByText(shown, { exact: true }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  }
});

it('closes the year, gives a document that opens, and then refuses what is recorded', async () => {
  const officer = await stage.enter('officer', '经办丁', ['301001'], '/301001/2023/account?profile=hunan-2023');
  const edit = officer.locator('[data-paragraph="overall/total"]').getByRole('button', { name: /^改写/ });
  await edit.click();
  await freeze('经办丁', '合同-9');
  const page = await stage.enter('administrator', '管理甲', [], '/301001/2023/account?profile=hunan-2023&tab=closing');
  await page.getByText(/公开文件 [1-9]\d* 处待补充/).waitFor();
  await page.getByRole('button', { name: '关账…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /关\s*账/ })
    .click();
  await page.getByText('年度已关账，不能再记录新的事项').waitFor();
  await page.getByText(/结转下年 [\d,]+\.\d\d 元，结余 0\.00 元，财政收回 0\.00 元/).waitFor();
  expect(await page.getByRole('alert').first().textContent()).toMatch(/关账时解冻 1 笔.*合同-9：1,000\.00 元/);
  const document = readDocx(await downloaded(page, '公开文件（Word）', /2023年单位决算公开\.docx$/));
  expect(document.headings.map(({ text }) => text).join()).toContain('收入支出决算总表');
  await officer.getByRole('textbox', { name: '改写这段文字' }).pressSequentially('见附表。');
  await officer.getByRole('button', { name: /保\s*存/ }).click();
  await officer.getByRole('alert').getByText('已关账').waitFor();
  await page.getByLabel('重新开账的理由').fill('漏记一笔');
  await page.getByRole('button', { name: '重新开账' }).click();
  await page.getByText('上次关账时解冻了 1 笔').waitFor();
  await page.getByText('合同-9：1,000.00 元').waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

/** Grants a project 1000 元 and holds them for a contract. */
async function freeze(officer: string, freezeId: string): Promise<void> {
  const { token } = await stage.signIn(officer);
  const line = { fundSource: 'generalPublic', item: '2080199', kind: 'project', project: '三支一扶招聘工作经费' };
  const due = { line, amount: '1000.00', date: '2023-11-01', purpose: '三支一扶' };
  const tell = (what: string, body: object) =>
    stage.service.ask(`POST /api/units/301001/years/2023/${what}`, {
      token,
      body,
      headers: { 'Idempotency-Key': `story-${what}-before-closing` },
    });
  expect((await tell('supplements', { ...due, documentNumber: '测财预〔2023〕3号' })).status).toBe(201);
  expect((await tell('freezes', { ...due, freezeId })).status).toBe(201);
}

async function downloaded(page: Page, file: string, named: RegExp): Promise<Uint8Array> {
  await page.getByRole('button', { name: '下载' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: file }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(named);
  return readFileSync(await download.path());
}
