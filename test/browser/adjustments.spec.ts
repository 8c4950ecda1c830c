import { choose, raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

const PAGE = '/301/2023/adjustments?profile=hunan-2023';

async function sentenceOf(item: string, user: string): Promise<string> {
  const { token } = await stage.signIn(user);
  const { body } = await stage.service.ask('GET /api/units/301/years/2023/account?profile=hunan-2023', { token });
  return body.items.find(({ code }: { code: string }) => code === item).text;
}

it("leads an officer's 追加 through another's approval to the changed sentence in the account", async () => {
  const officer = await stage.enter('officer', '经办甲', ['301'], PAGE);
  const before = await sentenceOf('2080199', '经办甲');
  await officer.getByRole('button', { name: '起草调整单' }).click();
  await choose(officer, '调整的单位', '301001');
  await officer.getByLabel('文号').fill('测财预〔2023〕1号');
  await officer.getByLabel('日期', { exact: true }).fill('2023-11-01');
  await officer.keyboard.press('Enter');
  await officer.getByLabel('事由').fill('三支一扶');
  await choose(officer, '明细 1 指标', '2080199 szyfzp');
  await officer.getByLabel('明细 1 金额', { exact: true }).fill('12.5万');
  const effect = officer.getByRole('region', { name: '执行后的变化' });
  await effect.getByText('125,000.00').first().waitFor();
  const promised = (await effect.getByText('将写成：').innerText()).replace('将写成：', '');
  expect(promised).not.toBe(before);
  await officer.getByRole('button', { name: '保存并送审' }).click();
  await officer.getByText('等待审核人办理').waitFor();

  const reviewer = await stage.enter('reviewer', '审核乙', ['301'], PAGE);
  await reviewer.getByRole('button', { name: '测财预〔2023〕1号' }).click();
  await reviewer.getByLabel('审核意见').fill('同意');
  await reviewer
    .getByRole('button', { name: '批 准' })
    .or(reviewer.getByRole('button', { name: '批准' }))
    .click();
  expect(await sentenceOf('2080199', '经办甲')).toBe(before);

  const apply = officer.getByRole('button', { name: /^执\s?行$/ });
  await apply.click();
  await officer.getByRole('button', { name: '起草反向调整' }).waitFor();
  expect(await sentenceOf('2080199', '经办甲')).toBe(promised);
});

it('keeps a half-typed draft through a reload', async () => {
  const page = await stage.enter('officer', '经办丙', ['301001'], '/301001/2023/adjustments?form=draft');
  await page.getByLabel('文号').fill('测财预〔2023〕2号');
  await page.getByLabel('明细 1 金额', { exact: true }).fill('300');
  await page.reload();
  await page.getByLabel('文号').waitFor();
  expect(await page.getByLabel('文号').inputValue()).toBe('测财预〔2023〕2号');
  expect(await page.getByLabel('明细 1 金额', { exact: true }).inputValue()).toBe('300');
});

it('opens the document whose 送审 did not arrive, and submits it there', async () => {
  const page = await stage.enter('officer', '经办辛', ['301001'], '/301001/2023/adjustments?form=draft');
  await page.getByLabel('文号').fill('测财预〔2023〕21号');
  await page.getByLabel('日期', { exact: true }).fill('2023-11-01');
  await page.keyboard.press('Enter');
  await page.getByLabel('事由').fill('三支一扶');
  await choose(page, '明细 1 指标', '2080199 szyfzp');
  await page.getByLabel('明细 1 金额', { exact: true }).fill('100');
  await page.route('**/submit', (route) => route.fulfill({ status: 503, body: '' }));
  await page.getByRole('button', { name: '保存并送审' }).click();
  await page.getByText('测财预〔2023〕21号 已存为草稿，还没有送审').waitFor();
  await page.unroute('**/submit');
  await page.getByRole('button', { name: /^送\s?审$/ }).click();
  await page.getByText('等待审核人办理').waitFor();
});

it('takes rows from a spreadsheet, and says which it cannot read', async () => {
  const page = await stage.enter('officer', '经办丁', ['301001'], '/301001/2023/adjustments?form=draft');
  await page.getByRole('button', { name: '从 Excel 粘贴' }).click();
  const row = ['追加', '2080199', '一般公共预算财政拨款', '项目支出', '基层平台建设', '1,250.50'].join('\t');
  await page.getByLabel('粘贴的行').fill(`${row}\n加\t2080199\t一般公共预算财政拨款\t项目支出\t基层平台建设\t3`);
  await page.getByText('第 2 行读不出类型“加”。').waitFor();
  await page.getByLabel('粘贴的行').fill(row);
  await page.getByRole('button', { name: '加入 1 条' }).click();
  expect(await page.getByLabel('明细 1 金额', { exact: true }).inputValue()).toBe('1250.50');
  await page.getByRole('region', { name: '执行后的变化' }).getByText('基层平台建设').first().waitFor();
});
