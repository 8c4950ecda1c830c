import { readFileSync } from 'node:fs';
import { axeFindings } from '../support/axe';
import { raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

it('lets an officer filter her lines and follow one through the year', async () => {
  const page = await stage.enter('officer', '经办甲', ['301001'], '/301001/2023/lines');
  await page.getByRole('textbox', { name: '查找指标' }).fill('行政运行');
  await page.getByText('合计（2 条）').waitFor();
  expect(new URL(page.url()).searchParams.get('text')).toBe('行政运行');
  await page.getByRole('link', { name: '2080101 行政运行' }).first().press('Enter');
  const drawer = page.getByRole('dialog', { name: '指标经过' });
  const first = drawer.getByRole('row').filter({ hasText: '2023-01-01' });
  expect(await first.textContent()).toContain('750.42');
  const paid = drawer.getByRole('row').filter({ hasText: '2023000001' });
  expect(await paid.textContent()).toMatch(/2023-01-03.*日常支出.*2\.25.*748\.17.*示例导入/);
  expect(await axeFindings(page)).toEqual([]);
});

it('sorts as it was asked by clicks that come before the table is drawn, and keeps it through a reload', async () => {
  const page = await stage.enter('officer', '经办丙', ['301001'], '/301001/2023/lines');
  const paid = page.getByRole('columnheader', { name: '已付' });
  await paid.waitFor();
  await paid.evaluate((header: unknown) => [1, 2].forEach(() => (header as { click(): void }).click()));
  await page.waitForURL(/sort=paid\.descend/);
  await page.reload();
  await paid.waitFor();
  expect(await paid.getAttribute('aria-sort')).toBe('descending');
  await paid.click();
  await page.waitForURL((url) => !url.searchParams.has('sort'));
});

it('puts lines together by class with subtotals, and forgets nothing on a reload', async () => {
  const page = await stage.enter('supervisor', '监督甲', ['301'], '/301/2023/lines?groupBy=class');
  const welfare = page.getByRole('row').filter({ hasText: '208 社会保障和就业支出（111 条）' });
  expect(await welfare.textContent()).toContain('7,457.30');
  await welfare.getByRole('button', { name: '展开行' }).click();
  await page.getByRole('link', { name: '2080101 行政运行' }).first().waitFor();
  await page.reload();
  await welfare.waitFor();
  expect(await page.getByRole('row').filter({ hasText: '合计（154 条）' }).textContent()).toContain('9,205.13');
  expect(await axeFindings(page)).toEqual([]);
});

it('exports what is shown', async () => {
  const page = await stage.enter('officer', '经办乙', ['301'], '/301/2023/lines?item=205');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 Excel' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('株洲市人力资源和社会保障局2023年指标表.xlsx');
  const bytes = readFileSync(await file.path());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
});
