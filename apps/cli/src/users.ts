import { existsSync } from 'node:fs';
import { type Access, openAccess } from '@juesuan/access';
import { settingsFrom, tablesLocation } from '@juesuan/application';
import { RuleViolation } from '@juesuan/kernel';
import type { Command } from 'commander';
import { say } from './printing';
import { actorOf, type StoreOptions, withStore } from './session';

/** `juesuan users …`: what must be possible for who has the machine but no password; needs no service. */
export function addUsers(program: Command): void {
  const users = program.command('users').description('用户：忘记密码而没有别的管理员时用');
  withStore(users.command('reset'))
    .description('给用户一个一次性密码，结束其全部登录和锁定')
    .argument('<name>', '用户名')
    .action((name: string, options: StoreOptions) =>
      withAccess(options, async (access) => {
        const password = await access.resetPassword(name, actorOf(options));
        const { disabled, displayName } = await access.user(name);
        say(`用户 ${name}（${displayName}）的一次性密码，只显示这一次，登录后须修改：\n  ${password}`);
        if (disabled) say('注意：这个用户已停用，要由管理员启用后才能登录。');
      }),
    );
}

async function withAccess(options: StoreOptions, work: (access: Access) => Promise<void>): Promise<void> {
  const settings = settingsFrom(process.env, options.db);
  if (settings.databaseUrl === null && !existsSync(settings.db)) {
    throw new RuleViolation('data-file-missing', `没有数据文件 ${settings.db}；请用 --db 指明。`, {
      file: settings.db,
    });
  }
  const access = await openAccess(tablesLocation(settings));
  try {
    await work(access);
  } finally {
    await access.close();
  }
}
