import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ImportYear } from '@juesuan/application';
import { CommandBus } from '@nestjs/cqrs';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { PASSWORD, type Service, startService } from '../../apps/api/testing/service';

type Role = Parameters<Service['join']>[0];

/** The service with its pages and a browser in front of it. */
export interface Stage {
  readonly service: Service;
  /** Makes a user and opens the pages as her, in a browser profile of her own. */
  enter(role: Role, name: string, units: readonly string[], path?: string): Promise<Page>;
  /** Her access token, for what a story does or looks at beside the pages. */
  signIn(name: string): Promise<{ token: string }>;
  /** Signs her in on a page that asks for it. */
  signInOn(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

/** Where `test/prepare.mjs` found or installed Debian's Chromium. */
function chromiumPath(): string {
  const { stdout } = spawnSync(process.execPath, [join(__dirname, '../prepare.mjs'), 'chromium'], { encoding: 'utf8' });
  return join(stdout.trim(), 'chromium');
}

/** Raises a service on a database of its own; with a case's name the case is in it. */
export async function raise(caseName: string | null, year = 2023): Promise<Stage> {
  const service = await startService();
  if (caseName !== null) {
    const folder = join(__dirname, '../cases', caseName, 'input');
    await service.app.get(CommandBus).execute(new ImportYear(folder, year, '示例导入'));
  }
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  const contexts = new Map<BrowserContext, string | undefined>();
  return {
    service,
    enter: async (role, name, units, path = '/') => {
      const { currentTestName } = expect.getState();
      // Pages of a test that is over would go on following every change.
      await closeAll(contexts, (test) => test !== currentTestName);
      await service.join(role, name, units);
      const context = await browser.newContext(PROFILE);
      contexts.set(context, currentTestName);
      context.setDefaultTimeout(LONGEST_WAIT);
      const page = await context.newPage();
      if (SLOWER > 1) await slowDown(page);
      // Signed in already, as by a browser she used this morning: only some stories are about typing the password.
      await context.request.post(`${service.url}/api/sign-in`, { data: { name, password: PASSWORD } });
      await page.goto(service.url + path);
      await page.getByRole('navigation', { name: '页面' }).waitFor();
      return page;
    },
    signIn: async (name) => {
      const { body } = await service.ask('POST /api/sign-in', { body: { name, password: PASSWORD } });
      return { token: body.accessToken as string };
    },
    signInOn,
    close: async () => {
      await closeAll(contexts);
      await browser.close();
      await service.close();
    },
  };
}

/** Milliseconds; only a guard against waiting for ever, as jest's own is: a slow machine is no failure. */
const LONGEST_WAIT = 300_000;

/** How many times slower the pages run than this machine could: `SLOWER=8 npx jest …` shows what comes too early for them. */
const SLOWER = Number(process.env.SLOWER ?? 1);

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

const PROFILE = { locale: 'zh-CN', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function signInOn(page: Page, name: string): Promise<void> {
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page
    .getByRole('button', { name: '登 录' })
    .or(page.getByRole('button', { name: '登录' }))
    .click();
  await page.getByRole('navigation', { name: '页面' }).waitFor();
}

/** Chooses in one of antd's lists by what one types. */
export async function choose(page: Page, label: string, typed: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.keyboard.type(typed);
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().waitFor();
  await page.keyboard.press('Enter');
}

async function closeAll(
  contexts: Map<BrowserContext, string | undefined>,
  of: (test: string | undefined) => boolean = () => true,
): Promise<void> {
  const over = [...contexts.keys()].filter((context) => of(contexts.get(context)));
  for (const context of over) {
    contexts.delete(context);
    await context.close();
  }
}
