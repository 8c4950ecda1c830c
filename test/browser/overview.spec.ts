import { axeFindings } from '../support/axe';
import { raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

const OVERVIEW = '/301/2023/overview?profile=hunan-2023';

it('leads a supervisor from a red bar to the voucher behind it', async () => {
  const page = await stage.enter('supervisor', '监督甲', ['301'], `${OVERVIEW}&asOf=2023-09-30`);
  const behind = page.getByRole('link', { name: /^205 教育支出 执行率 42\.12%.*慢，已到须书面说明的线/ });
  await behind.click();
  await page.waitForURL(/\/301\/2023\/lines\?.*item=205/);
  await page.getByText('合计（4 条）').waitFor();
  await page.getByRole('link', { name: '2050303 技校教育' }).first().click();
  const drawer = page.getByRole('dialog', { name: '指标经过' });
  const payment = drawer
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: '支付' }) })
    .first();
  const voucher = await payment.getByRole('cell').nth(2).textContent();
  await payment.getByRole('link', { name: '支付' }).click();
  const record = page.getByRole('dialog', { name: /^记录 301001\.2023@\d+/ });
  await record.getByRole('cell', { name: voucher ?? '', exact: true }).waitFor();
  expect(voucher).toMatch(/^2023\d{6}$/);
});

it('moves the whole page to the day the slider is put on, and keeps it in the address', async () => {
  const page = await stage.enter('supervisor', '监督乙', ['301'], `${OVERVIEW}&asOf=2023-06-30`);
  await page.getByRole('link', { name: '已付 4,498.89' }).waitFor();
  await page.getByRole('slider', { name: '截至日期' }).press('End');
  await page.getByRole('link', { name: '已付 9,205.13' }).waitFor();
  expect(new URL(page.url()).searchParams.get('asOf')).toBe('2023-12-31');
});

it('fits a phone, with marks of months that do not run into one another', async () => {
  const page = await stage.enter('supervisor', '监督戊', ['301'], OVERVIEW);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('link', { name: /^6月 执行率/ }).waitFor();
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
  for (const marks of ['.months-name', '.ant-slider-mark-text']) {
    const boxes = await page.evaluate<{ left: number; right: number }[]>(
      `[...document.querySelectorAll('${marks}')].map((each) => each.getBoundingClientRect().toJSON()).filter(({ width }) => width > 0)`,
    );
    expect(boxes.length).toBeGreaterThan(3);
    boxes.slice(1).forEach(({ left }, index) => expect(left).toBeGreaterThanOrEqual(boxes[index]?.right ?? 0));
  }
});

it('says as a table what the chart shows', async () => {
  const page = await stage.enter('officer', '经办甲', ['301'], `${OVERVIEW}&asOf=2023-06-30`);
  await page.getByRole('link', { name: /^6月 执行率 47\.65%，目标 50\.00%/ }).waitFor();
  await page.getByText('表', { exact: true }).click();
  const june = page.getByRole('row').filter({ hasText: '6月' }).filter({ hasText: '50.00%' });
  expect(await june.textContent()).toContain('4,498.89');
  expect(await axeFindings(page)).toEqual([]);
});

it('opens the payments of a month from its bar', async () => {
  const page = await stage.enter('supervisor', '监督丙', ['301'], OVERVIEW);
  await page.getByRole('link', { name: /^6月 执行率/ }).press('Enter');
  await page.waitForURL(/\/301\/2023\/payments\?.*from=2023-06-01&to=2023-06-30/);
  await page.getByRole('row').filter({ hasText: '2023-06-' }).first().waitFor();
});

it('has an officer answer an alert and a reviewer settle it', async () => {
  const officer = await stage.enter('officer', '经办乙', ['301'], OVERVIEW);
  await officer.getByRole('button', { name: /职业技能培训补贴.*超过20%/ }).click();
  const drawer = officer.getByRole('dialog');
  await drawer.getByLabel('答复：原因和办法').fill('按补贴办法直接发给学员，列其他对个人和家庭的补助。');
  await drawer.getByRole('button', { name: '答复预警' }).click();
  const line = officer.getByRole('listitem').filter({ hasText: '职业技能培训补贴' });
  await line.getByText('已答复').waitFor();

  const reviewer = await stage.enter('reviewer', '审核甲', ['301'], OVERVIEW);
  await reviewer.getByRole('button', { name: /职业技能培训补贴.*超过20%/ }).click();
  await reviewer.getByRole('region', { name: '单位的答复' }).getByText('直接发给学员').waitFor();
  expect(await axeFindings(reviewer)).toEqual([]);
  await reviewer.getByRole('button', { name: '了结预警' }).click();
  await reviewer.getByRole('listitem').filter({ hasText: '职业技能培训补贴' }).getByText('已了结').waitFor();
  // The officer's page was told live.
  await line.getByText('已了结').waitFor();
});

it('says what comes first in a year that was not opened, and leads to one that was', async () => {
  const page = await stage.enter('officer', '经办丙', ['301'], '/301/2027/overview');
  await page.getByText('2027 年度没有可以查看的单位 301').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '导入 2027 年度' }).click();
  await page.getByRole('dialog', { name: '导入 2027 年度的文件' }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: '看 2023 年' }).click();
  await page.getByRole('link', { name: '已付 9,205.13' }).waitFor();
});
