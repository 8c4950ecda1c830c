import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DefineCodes, ListCodes } from '@juesuan/application';
import { startApplication } from './support/application';

it('codes that another process adds to the same file are known to one that runs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-codes-'));
  const file = join(folder, 'codes.csv');
  writeFileSync(file, '编码,名称,生效日期,失效日期\n2089977,测试支出,,\n');
  const [service, officer] = [
    await startApplication(join(folder, 'a.db')),
    await startApplication(join(folder, 'a.db')),
  ];
  const knows = async (): Promise<boolean> =>
    (await service.ask(new ListCodes('functional'))).some(({ code }) => code === '2089977');
  expect(await knows()).toBe(false);
  await officer.execute(new DefineCodes('functional', file, 'officer'));
  while (!(await knows())) await pause(50);
  await Promise.all([service.close(), officer.close()]);
  rmSync(folder, { recursive: true });
});
