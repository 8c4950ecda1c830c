import type { Page } from 'playwright-core';
import { choose, raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

async function day(page: Page, text: string): Promise<void> {
  await page.getByLabel('日期', { exact: true }).fill(text);
  await page.keyboard.press('Enter');
}

/** A cell of table 06 of the unit, as printed. */
async function table06(row: string, user: string): Promise<string> {
  const { token } = await stage.signIn(user);
  const { body } = await stage.service.ask('GET /api/units/301001/years/2023/account/tables', { token });
  const table = body.find(({ id }: { id: string }) => id === '06');
  return table.rows.find(({ key }: { key: string }) => key === row).values[0];
}

let commands = 0;
const post = async (user: string, path: string, body: object) => {
  const { token } = await stage.signIn(user);
  const headers = { 'Idempotency-Key': `story-command-${commands++}` };
  return stage.service.ask(`POST /api/units/301001/years/2023/${path}`, { token, body, headers });
};

const LINE = { fundSource: 'generalPublic', item: '2080199', kind: 'project', project: '三支一扶招聘工作经费' };
const GRANT = { documentNumber: '测财预〔2023〕9号', date: '2023-11-01', purpose: '三支一扶', line: LINE };

it('corrects a payment to another economic item, which table 06 then shows', async () => {
  const page = await stage.enter('officer', '经办甲', ['301001'], '/301001/2023/payments');
  const before = await table06('30108', '经办甲');
  await page.getByLabel('查找支付').fill('2023000001');
  await page.getByText('共 1 笔').waitFor();
  await page.getByRole('button', { name: '更正 2023000001' }).click();
  await page.getByText('22,514.00 元').waitFor();
  await choose(page, '更正到经济分类科目', '30108');
  await day(page, '2023-12-28');
  await page.getByLabel('更正凭证号').fill('G-1');
  await page.getByRole('button', { name: '记录更正' }).click();
  await page.getByText('共 2 笔').waitFor();
  const moved = page.getByRole('row').filter({ hasText: 'G-1' });
  expect(await moved.first().textContent()).toMatch(/由 30107 .*→30108 .*移 22,514\.00/);
  await moved.last().getByText('已更正至 G-1').waitFor();
  const after = await table06('30108', '经办甲');
  expect((Number(after) - Number(before)).toFixed(2)).toBe('2.25');
});

it('loses nothing when the session ends while somebody types', async () => {
  const page = await stage.enter('officer', '经办乙', ['301001'], '/301001/2023/payments?form=payment');
  expect((await post('经办乙', 'supplements', { ...GRANT, amount: '1000.00' })).status).toBe(201);
  await choose(page, '指标', '2080199 szyfzp');
  await choose(page, '经济分类科目', '30201');
  await page.getByLabel('金额', { exact: true }).fill('321.09');
  await day(page, '2023-12-01');
  await page.getByLabel('凭证号', { exact: true }).fill('G-2');
  const { token } = await stage.signIn('经办乙');
  await stage.service.ask('POST /api/sign-out-everywhere', { token, headers: { 'X-Juesuan': '1' } });
  await page.getByRole('button', { name: /^记\s?录$/ }).click();
  await page.getByText('登录已过期，请重新登录；没有保存的内容还在。').waitFor();
  await stage.signInOn(page, '经办乙');
  expect(await page.getByLabel('金额', { exact: true }).inputValue()).toBe('321.09');
  expect(await page.getByLabel('凭证号', { exact: true }).inputValue()).toBe('G-2');
  await page.getByRole('button', { name: /^记\s?录$/ }).click();
  await page.getByText('已记录支付，凭证号 G-2。').waitFor();
});

it('tells the second of two who change one line what the first has done, before anything is recorded', async () => {
  const page = await stage.enter('officer', '经办丙', ['301001'], '/301001/2023/payments?form=payment');
  await choose(page, '指标', '2080199 szyfzp');
  await choose(page, '经济分类科目', '30201');
  await page.getByText('可用', { exact: false }).first().waitFor();
  await page.getByLabel('金额', { exact: true }).fill('10');
  await day(page, '2023-12-02');
  await page.getByLabel('凭证号', { exact: true }).fill('G-3');
  const paid = { voucher: 'G-4', date: '2023-12-01', line: LINE, economicItem: '30201', amount: '20.00' };
  expect((await post('经办乙', 'payments', paid)).status).toBe(201);
  await page.getByRole('button', { name: /^记\s?录$/ }).click();
  await page.getByRole('alert').getByText('您查看之后有了变化').waitFor();
  expect(await page.getByRole('alert').first().innerText()).toContain('经办乙');
  await page.getByRole('button', { name: '已看过最新情况，仍要提交' }).click();
  await page.getByText('已记录支付，凭证号 G-3。').waitFor();
});

it('marks what a payment must say, the economic item too, and folds a long summary to two lines', async () => {
  const page = await stage.enter('officer', '经办壬', ['301001'], '/301001/2023/payments?form=payment');
  const marked = page.getByRole('dialog').locator('label.ant-form-item-required');
  await marked.first().waitFor();
  expect(await marked.allTextContents()).toEqual(['指标', '经济分类科目', '金额', '日期', '凭证号']);
  const summary = '长摘要'.repeat(130);
  const paid = { voucher: 'G-9', date: '2023-12-20', line: LINE, economicItem: '30201', amount: '1.00', summary };
  expect((await post('经办壬', 'payments', paid)).status).toBe(201);
  await page.goto(`${stage.service.url}/301001/2023/payments?text=G-9`);
  const row = page.getByRole('row').filter({ hasText: 'G-9' });
  await row.waitFor();
  const folded = row.getByText('长摘要').first();
  expect((await folded.boundingBox())?.height).toBeLessThan(50);
  await folded.hover();
  await page.getByRole('tooltip').getByText(summary).waitFor();
});

it('offers nothing to record in a closed year and says why, until it is opened again', async () => {
  const page = await stage.enter('officer', '经办辛', ['301'], '/301002/2023/payments');
  const record = page.getByRole('button', { name: '记录支付' });
  const first = page.getByRole('button', { name: /^更正 / }).first();
  await first.waitFor();
  expect([await record.isEnabled(), await first.isEnabled()]).toEqual([true, true]);

  const { token } = await stage.service.join('administrator', '管理甲');
  const send = (what: 'close' | 'reopen', body: object) =>
    stage.service.ask(`POST /api/units/301002/years/2023/${what}`, {
      token,
      body,
      headers: { 'Idempotency-Key': `story-${what}-301002` },
    });
  expect((await send('close', { date: '2023-12-31' })).status).toBe(200);
  await page.getByTitle('本年度已关账，由管理员重新开账后可以记录').first().waitFor();
  for (const button of ['记录支付', '导入', /^更正 /, /^退回 /])
    expect([button, await page.getByRole('button', { name: button }).first().isDisabled()]).toEqual([button, true]);
  await page.goto(`${stage.service.url}/301/2023/adjustments`);
  const draft = page.getByRole('button', { name: '起草调整单' });
  await draft.waitFor();
  expect(await draft.isEnabled()).toBe(true);
  await page.goto(`${stage.service.url}/301002/2023/adjustments`);
  await page.getByTitle('本年度已关账，由管理员重新开账后可以记录').waitFor();
  expect(await draft.isDisabled()).toBe(true);

  expect((await send('reopen', { reason: '漏记一笔支付' })).status).toBe(200);
  await page.locator('button:enabled', { hasText: '起草调整单' }).waitFor();
});

it('offers an administrator who is an officer too only what is her units', async () => {
  const page = await stage.enter('administrator', '兼任', ['301002']);
  await stage.service.access.changeUser('兼任', { roles: ['administrator', 'officer'] }, '管理甲');
  await page.goto(`${stage.service.url}/301001/2023/payments`);
  await page.getByRole('button', { name: '导入' }).waitFor();
  await page.getByText(/^共 \d+ 笔$/).waitFor();
  expect(await page.getByRole('button', { name: /^(记录支付|更正|退回)/ }).count()).toBe(0);
  await page.goto(`${stage.service.url}/301/2023/payments?form=payment`);
  await page.getByRole('combobox', { name: '指标', exact: true }).click();
  const lines = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
  await lines.first().waitFor();
  expect([...new Set((await lines.allTextContents()).map((line) => line.slice(0, 6)))]).toEqual(['301002']);
});

const HEADER = '文号,日期,调整类型,单位编码,功能分类科目,资金性质,支出类型,项目名称,金额(元),事由';
const row = (date: string, type: string, amount: string): string =>
  `测财预〔2023〕7号,${date},${type},301001,2080199,一般公共预算财政拨款,项目支出,人才招聘,${amount},人才招聘`;

it('imports a file after its three bad rows were corrected in its own grid', async () => {
  const page = await stage.enter('officer', '经办丁', ['301'], '/301/2023/payments?form=import');
  const text = [
    HEADER,
    row('2023-10-01', '追加', '100.00'),
    row('2023-13-01', '追加', '200.00'),
    row('2023-10-01', '追家', '300.00'),
    row('2023-10-01', '追加', '十元'),
  ].join('\n');
  const file = { name: '02-年中调整.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: /^试\s?算$/ }).click();
  const grid = page.getByRole('region', { name: '02-年中调整.csv' });
  await page.getByText('改好以后还会检查单位、科目和额度。').waitFor();
  const headers = await grid.getByRole('columnheader').allTextContents();
  expect(headers.filter((text) => text !== '').slice(0, 4)).toEqual(['行', '日期', '调整类型', '金额(元)']);
  await grid.getByLabel('第 3 行 日期').fill('2023-10-02');
  await grid.getByLabel('第 4 行 调整类型').fill('追加');
  await grid.getByLabel('第 5 行 金额(元)').fill('10.00');
  await page.getByRole('button', { name: '改好了，再试一次' }).click();
  await page.getByRole('button', { name: '确认导入 4 项' }).click();
  await page.getByText('已记录 4 项。').waitFor();
  const { token } = await stage.signIn('经办丁');
  const lines = await stage.service.ask('GET /api/units/301001/years/2023/lines?text=人才招聘', { token });
  expect(lines.body.total.final.yuan).toBe('610.00');
});

it('finds an import where it has come to after a reload, and follows it through a broken line', async () => {
  const page = await stage.enter('officer', '经办戊', ['301'], '/301/2023/payments?form=import');
  const text = [HEADER, row('2023-10-03', '追加', '77.00').replace('7号', '8号')].join('\n');
  const file = { name: '02-年中调整.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: /^试\s?算$/ }).click();
  await page.getByRole('button', { name: '确认导入 1 项' }).waitFor();
  await page.reload();
  const confirm = page.getByRole('button', { name: '确认导入 1 项' });
  await confirm.waitFor();
  let asked = 0;
  await page.route('**/progress', (route) => (asked++ === 0 ? route.abort() : route.continue()));
  await confirm.click();
  await page.getByText('连接中断，正在重连；导入在服务上照常进行').waitFor();
  await page.getByText('已记录 1 项。').waitFor();
});

it('says that an import is no longer known, once', async () => {
  const page = await stage.enter('officer', '经办己', ['301'], '/301/2023/payments?form=import');
  await page.evaluate(`sessionStorage.setItem('juesuan.draft.经办己.301.2023.import', '{"id":"gone"}')`);
  await page.reload();
  await page.getByRole('alert').getByText('没有这次导入，可能已经过期，或服务重新启动过；请重新上传。').waitFor();
  await page.reload();
  await page.getByText('先试算，什么都不记录').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});
