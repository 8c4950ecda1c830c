import 'reflect-metadata';
import type { Access } from '@juesuan/access';
import { refuseStrangeData, whyNotStarted } from '@juesuan/application';
import { firstStart } from './access/first-start';
import { ACCESS } from './access/store';
import { createApi } from './app';
import { loadExample } from './example';
import { apiSettingsFrom } from './settings';

async function main(): Promise<void> {
  const settings = apiSettingsFrom(process.env);
  // Before Nest is there: it would print its own log of what is refused while it starts.
  refuseStrangeData(settings.stores);
  const app = await createApi(settings);
  await app.init();
  const example = settings.loadsExample ? await loadExample(app) : null;
  const users = await firstStart(app.get<Access>(ACCESS), example === null ? [] : [example.unit]);
  await app.listen(settings.port, settings.host);
  const address = (await app.getUrl()).replace('127.0.0.1', 'localhost').replace('[::1]', 'localhost');
  say(users);
  if (example !== null) say(`示例部门 ${example.unit} 的 ${example.year} 年度已在库中。\n`);
  say(
    `决算服务已启动，请用浏览器打开 ${address}\n接口说明在 ${address}/api/docs，数据在 ${settings.stores.db}。按 Ctrl+C 停止。\n`,
  );
}

const say = (text: string): void => void process.stdout.write(text);

main().catch((error: unknown) => {
  process.stderr.write(`没有启动：${whyNotStarted(error)}\n`);
  process.exit(1);
});
