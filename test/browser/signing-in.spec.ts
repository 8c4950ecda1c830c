import { raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

it('leads an officer from signing in to the first page of her unit', async () => {
  const page = await stage.enter('officer', '经办甲', ['301001']);
  await page.waitForURL(/\/301001\/2023\/overview/);
  expect(await page.getByRole('combobox', { name: '财政年度' }).isVisible()).toBe(true);
  expect(await page.getByRole('status').first().textContent()).toContain('实时');
});

it('leads an officer whose unit has no year yet to the import, and lets her sign out', async () => {
  const page = await stage.enter('officer', '经办庚', ['855']);
  await page.getByRole('button', { name: /^导入 \d{4} 年度$/ }).click();
  const form = page.getByRole('dialog', { name: /^导入 \d{4} 年度的文件$/ });
  await form.getByText('先试算，什么都不记录').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '经办庚' }).click();
  await page.getByText('退出登录').click();
  await page.getByLabel('用户名').waitFor();
  expect(await page.getByText('登录已过期').count()).toBe(0);
});

it('leads an administrator from her task to both ways of beginning a year', async () => {
  const page = await stage.enter('administrator', '管理甲', []);
  await page.getByRole('link', { name: '开启年度、导入数据' }).click();
  await page.getByRole('button', { name: '为单位开启 2023 年度' }).waitFor();
  await page.getByRole('button', { name: '导入 2023 年度' }).click();
  await page.getByRole('dialog', { name: '导入 2023 年度的文件' }).waitFor();
});

it.each([
  ['officer', ['起草调整单', '记录或导入支付', '补齐公开文件']],
  ['reviewer', ['审核调整单', '看一条指标的经过', '看公开文件']],
  ['supervisor', ['看谁慢了', '看勾稽核对', '查一笔记录']],
  ['administrator', ['新建用户', '开启年度、导入数据', '年末关账']],
] as const)('shows a new %s her three main tasks, until she has seen them', async (role, tasks) => {
  const page = await stage.enter(role, `新来的-${role}`, role === 'administrator' ? [] : ['301']);
  const first = page.getByRole('region', { name: '从这里开始' });
  await first.waitFor();
  expect(await first.getByRole('link').allTextContents()).toEqual(tasks);
  await first.getByRole('link', { name: tasks[1] }).click();
  await page.waitForURL(/\/301\/2023\/(payments|lines|account|settings)/);
  await page.goBack();
  await first.getByRole('button', { name: '知道了' }).click();
  await page.reload();
  await page.getByRole('heading', { name: '总览' }).waitFor();
  expect(await first.count()).toBe(0);
});

interface Fetched {
  readonly name: string;
  readonly encodedBodySize: number;
  readonly decodedBodySize: number;
}

it('sends scripts and styles compressed, the scripts of the first page in 500 kB at most', async () => {
  const page = await stage.enter('supervisor', '监督甲', ['301'], '/301/2023/overview');
  await page.getByRole('link', { name: /^全年预算 / }).waitFor();
  const fetched = await page.evaluate<Fetched[]>(
    "performance.getEntriesByType('resource').map((each) => each.toJSON())",
  );
  const files = fetched.filter(({ name }) => /\.(js|css)$/.test(name));
  const scripts = files.filter(({ name }) => name.endsWith('.js'));
  expect(scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)).toBeLessThan(500 * 1024);
  for (const { name, encodedBodySize, decodedBodySize } of files)
    expect([name, encodedBodySize < decodedBodySize]).toEqual([name, true]);
  // Over plain http from elsewhere browsers take gzip only.
  for (const { name } of scripts) {
    const { headers } = await fetch(name, { headers: { 'Accept-Encoding': 'gzip' } });
    expect([name, headers.get('content-encoding')]).toEqual([name, 'gzip']);
  }
});

it('shows the next person on the same computer nothing that was read for the last one', async () => {
  const page = await stage.enter('officer', '经办乙', ['301001']);
  await page.waitForURL(/\/301001\/2023\/overview/);
  await stage.service.join('officer', '经办丙', ['301002']);
  await page.getByRole('button', { name: '经办乙' }).click();
  await page.getByText('退出登录').click();
  await stage.signInOn(page, '经办丙');
  await page.getByRole('combobox', { name: '单位' }).click();
  const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
  await options.filter({ hasText: '301002' }).waitFor();
  expect(await options.filter({ hasText: '301001' }).count()).toBe(0);
});

it('stays signed in where the service is away when the access token must be renewed', async () => {
  const page = await stage.enter('officer', '经办丁', ['301001']);
  await page.waitForURL(/\/301001\/2023\/overview/);
  await page.route('**/api/sign-in/refresh', (route) => route.fulfill({ status: 502, body: '' }));
  await page.route('**/api/units/**', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      body: '{"code":"not-signed-in","detail":""}',
    }),
  );
  await page.getByRole('navigation', { name: '页面' }).getByText('审计').click();
  await page.getByText('连不上服务').first().waitFor();
  await page.unrouteAll();
  expect(await page.getByLabel('用户名').count()).toBe(0);
});

it('says so in its place where a page cannot be opened, and its file is no page', async () => {
  const page = await stage.enter('officer', '经办戊', ['301001']);
  await page.waitForURL(/\/301001\/2023\/overview/);
  const gone = await page.request.get(`${stage.service.url}/assets/older-version.js`);
  expect(gone.status()).toBe(404);
  await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: '' }));
  await page.getByRole('navigation', { name: '页面' }).getByText('审计').click();
  await page.getByText('这个页面没能打开').waitFor();
  await page.unroute('**/assets/**');
  await page.getByRole('button', { name: '重新打开' }).click();
  await page.getByRole('heading', { name: '审计' }).waitFor();
});
