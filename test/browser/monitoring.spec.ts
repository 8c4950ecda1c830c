import type { Page } from 'playwright-core';
import { axeFindings } from '../support/axe';
import { raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

const SEPTEMBER = 'asOf=2023-09-30';
const OVERVIEW = `/301/2023/overview?${SEPTEMBER}`;

/** What the service answers to what the page shows. */
async function told(name: string, of: 'forecast' | 'outturn') {
  const { token } = await stage.signIn(name);
  return (await stage.service.ask(`GET /api/units/301/years/2023/monitoring/${of}?${SEPTEMBER}`, { token })).body;
}

it('tells a supervisor in September how the year will end, how that was found, and leads to a line that will not be used up', async () => {
  const page = await stage.enter('supervisor', '监督甲', ['301'], OVERVIEW);
  const { total, method, needReason, lines } = await told('监督甲', 'forecast');
  await page.getByText(method).waitFor();
  await page
    .getByRole('cell', { name: `${total.rate}%` })
    .or(page.getByText(`${total.rate}%`))
    .first()
    .waitFor();
  await page
    .getByRole('row')
    .filter({ hasText: '预计执行率' })
    .filter({ hasText: `${total.rate}%` })
    .waitFor();
  await page.getByRole('heading', { name: `预计年末须说明原因的科目（${needReason.length}）` }).waitFor();
  await page.getByRole('link', { name: '各指标' }).click();
  await page.waitForURL(/\/301\/2023\/monitoring\?.*asOf=2023-09-30/);
  const unused = lines.filter(({ why }: { why: string | null }) => why !== null);
  await page.getByText(`预计未用完 ${unused.length}`).waitFor();
  const row = page.getByRole('row').filter({ hasText: unused[0].why }).first();
  expect(await row.textContent()).toContain(unused[0].itemName);
  await row.getByRole('link').first().click();
  await page.getByRole('dialog', { name: '指标经过' }).getByText(unused[0].line.item).first().waitFor();
});

it('shows original, final and actual side by side, and the scores of PEFA or why there are none', async () => {
  const page = await stage.enter('supervisor', '监督乙', ['301'], OVERVIEW);
  const { rows, total, indicators } = await told('监督乙', 'outturn');
  await page.getByRole('menuitem', { name: '监测' }).click();
  await page.getByRole('tab', { name: '预算与实际' }).click();
  expect(await cells(page, '合计')).toEqual(figuresOf(total));
  expect(await cells(page, rows[0].name)).toEqual(figuresOf(rows[0]));
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('tab', { name: '预算可信度' }).click();
  for (const { id, title, notScored } of indicators) {
    const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name: id, exact: true }) });
    expect(await row.textContent()).toContain(title);
    expect(await row.textContent()).toContain(notScored);
  }
  expect(await axeFindings(page)).toEqual([]);
});

type Told = Record<'original' | 'changes' | 'final' | 'actual' | 'left' | 'variance', { wan: string }>;

const figuresOf = ({ original, changes, final, actual, left, variance }: Told): string[] =>
  [original, changes, final, actual, left, variance].map(({ wan }) => wan);

/** The figures of a row as they are printed, without the grouping. */
async function cells(page: Page, name: string): Promise<string[]> {
  const row = page.getByRole('row').filter({ hasText: name }).last();
  await row.waitFor();
  return (await row.getByRole('cell').allTextContents()).slice(1).map((text) => text.replaceAll(',', ''));
}
