import 'reflect-metadata';
import type { Access } from '@juesuan/access';
import { firstStart } from './access/first-start';
import { ACCESS } from './access/store';
import { createApi } from './app';
import { apiSettingsFrom } from './settings';

async function main(): Promise<void> {
  const settings = apiSettingsFrom(process.env);
  const app = await createApi(settings);
  await app.listen(settings.port, settings.host);
  process.stdout.write(await firstStart(app.get<Access>(ACCESS), settings.access.exampleUnits));
  process.stdout.write(`决算服务已启动：${(await app.getUrl()).replace('[::1]', 'localhost')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
