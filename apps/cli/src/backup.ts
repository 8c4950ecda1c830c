import { openAccess } from '@juesuan/access';
import { backUp, type Checked, type OnCopied, restore, type Restored, settingsFrom } from '@juesuan/application';
import type { Command } from 'commander';
import { say } from './printing';
import { Progress } from './progress';
import { actorOf, type StoreOptions, withStore } from './session';

/** `juesuan backup`: the embedded store into one verified file, also while the service runs. */
export function addBackup(program: Command): void {
  withStore(program.command('backup'))
    .description('备份数据文件（服务开着也可以），写好后逐项验证')
    .argument('<file>', '备份文件；已存在的不覆盖')
    .action(async (file: string, { db }: StoreOptions) => {
      const settings = settingsFrom(process.env, db);
      const checked = await showing((onProgress) => backUp(settings, file, onProgress));
      say(`已备份到 ${file}，并由备份重算验证：${countsOf(checked)}`);
      say(`日志链头（SHA-256）：${checked.logHead}`);
      say('请把链头另记一处：以后 juesuan verify --head 链头 能查出日志被截短或整个改写。');
      say(
        settings.databaseUrl === null
          ? WITH_USERS
          : '用户和余额在 PostgreSQL（DATABASE_URL）里，请用 pg_dump 另行备份。',
      );
    });
}

/** `juesuan restore`: a backup in the place of the data file; what stood there keeps its events under another name. */
export function addRestore(program: Command): void {
  withStore(program.command('restore'))
    .description('用备份恢复数据文件（先停止服务）：验证备份后才换上，原有文件改名保留')
    .argument('<file>', '备份文件')
    .option('--overwrite', '数据文件已存在时仍然恢复')
    .action(async (file: string, options: StoreOptions & { overwrite?: boolean }) => {
      const settings = settingsFrom(process.env, options.db);
      const prepare = (copy: string): Promise<void> => endSessions(copy, actorOf(options), file);
      const restored = await showing((onProgress) =>
        restore(settings, file, { overwrite: options.overwrite === true, prepare, onProgress, now: new Date() }),
      );
      tell(restored, file, settings.db);
      if (settings.databaseUrl !== null)
        say('余额和用户在 PostgreSQL（DATABASE_URL）里，没有改动；请接着运行 juesuan rebuild。');
    });
}

const WITH_USERS = '用户、密码（只有哈希）和全部余额也在备份里，请像账册一样保管。';

const countsOf = ({ events, streams }: Checked): string => `${events} 项事件、${streams} 条链完好。`;

async function showing<T>(work: (onProgress: OnCopied) => Promise<T>): Promise<T> {
  const progress = new Progress();
  try {
    return await work((stage, done, total) => progress.update(stage, done, total));
  } finally {
    progress.stop();
  }
}

/** What was ended since the backup was made must not come back with it. */
async function endSessions(copy: string, actor: string, backup: string): Promise<void> {
  const access = await openAccess({ sqliteFile: copy });
  try {
    await access.endEverySession(actor, { backup });
  } finally {
    await access.close();
  }
}

function tell(restored: Restored, file: string, db: string): void {
  const { before, logHead } = restored;
  say(`已用 ${file} 恢复 ${db}，换上前已验证：${countsOf(restored)}`);
  say(`日志链头（SHA-256）：${logHead}`);
  if (before !== null) {
    say(`原有的数据文件改名为 ${before.file}，没有删除。`);
    if (before.since === null) say('注意：备份不是原有数据的较早状态（原有数据已受损，或者是另一套数据）。');
    else say(`原有数据在备份之后还有 ${before.since} 项事件，恢复后的数据里没有。`);
  }
  say('用户、密码和停用状态回到备份时的样子；所有登录已结束，请重新登录，并核对用户名单。');
}
