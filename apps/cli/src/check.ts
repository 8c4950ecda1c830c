import { type CheckResult, hasFailed } from '@juesuan/account';
import { type AccountKey, CheckAccount } from '@juesuan/application';
import type { Command } from 'commander';
import { say, tableText } from './printing';
import { Progress } from './progress';
import { inSession, type SetStatus, type StoreOptions, withAccount, withDocument, withMoment } from './session';

const OUTCOMES = { held: '通过', tail: '尾数误差', failed: '未通过', notRun: '未执行' } as const;

/** `juesuan check --unit --year`: every check answers; status 1 when one that must hold failed. */
export function addCheck(program: Command, setStatus: SetStatus): void {
  withDocument(withMoment(withAccount(program.command('check'))))
    .description('执行全部勾稽核对，有错误级核对未通过时退出码为 1')
    .option('--profile <id>', '公开格式（核对其说明文字），缺省为 standard', 'standard')
    .action((options: StoreOptions & AccountKey & { profile: string }) =>
      inSession(options, async (session) => {
        const progress = new Progress();
        const query = new CheckAccount(options, options.profile, (checked) =>
          progress.update('验证事件链', checked, checked),
        );
        const results = await session.ask(query).finally(() => progress.stop());
        const rows = results.map(({ id, outcome, severity, says }) => {
          const grave =
            outcome === 'failed' && severity !== 'error'
              ? `${OUTCOMES.failed}（${severity === 'warn' ? '提醒' : '提示'}）`
              : OUTCOMES[outcome];
          return [id, grave, says];
        });
        say(tableText(['编号', '结果', '说明'], rows));
        say(`${countsOf(results)}。`);
        if (hasFailed(results)) setStatus(1);
      }),
    );
}

/** How many checks answered what. */
export function countsOf(results: readonly CheckResult[]): string {
  const outcomes = Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[];
  return outcomes
    .map((outcome) => `${OUTCOMES[outcome]} ${results.filter((one) => one.outcome === outcome).length} 项`)
    .join('，');
}
