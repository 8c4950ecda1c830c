import { startService } from '../../testing/service';
import { firstStart } from './first-start';

it('says the first passwords once, and they let in', async () => {
  const service = await startService();
  const said = await firstStart(service.access, ['500']);
  const made = said.split('\n').flatMap((text) => {
    const [, name, password] = /^ {2}(\S+) {2}(\S+) {2}\S+$/.exec(text) ?? [];
    return name === undefined ? [] : [{ name, password }];
  });
  expect(made.map(({ name }) => name)).toEqual(['admin', '经办', '审核', '监督', '管理']);
  for (const body of made) expect((await service.ask('POST /api/sign-in', { body })).status).toBe(200);
  expect(await firstStart(service.access, ['500'])).toBe('');
  await service.close();
});

it('makes no example users where there is no example', async () => {
  const service = await startService();
  expect(await firstStart(service.access, [])).toMatch(/^首次启动.*\n {2}admin {2}\S+ {2}系统管理员\n$/);
  await service.close();
});
