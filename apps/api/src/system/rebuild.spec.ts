import { setImmediate as turn } from 'node:timers/promises';
import { RuleViolation } from '@juesuan/kernel';
import type { CommandBus, QueryBus } from '@nestjs/cqrs';
import { SystemController } from './system.controller';

const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });

it.each([
  [
    'another service is at it',
    new RuleViolation('rebuild-running', '另一个重算正在进行。'),
    /，原有读库继续服务：另一个重算正在进行。$/,
  ],
  ['the disk is full', full, /，原有读库继续服务：磁盘已满，请腾出空间后再试。$/],
  ['the program is at fault', new Error('cannot read properties'), /，原有读库继续服务；原因见服务日志。$/],
])('a rebuild that was not done says why where %s', async (_where, error, says) => {
  const commands = { execute: () => Promise.reject(error) } as unknown as CommandBus;
  const system = new SystemController(commands, {} as QueryBus);
  system.rebuild();
  await turn();
  expect(system.progress()).toMatchObject({ state: 'failed', says: expect.stringMatching(says) });
});
