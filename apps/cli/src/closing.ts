import { randomUUID } from 'node:crypto';
import { readDispositions, Record } from '@juesuan/application';
import { lastDay } from '@juesuan/kernel';
import type { Command } from 'commander';
import { say } from './printing';
import { day, inSession, type StoreOptions, withAccount } from './session';

interface YearOptions extends StoreOptions {
  readonly unit: string;
  readonly year: number;
  readonly date?: string;
}

/** `juesuan close`: what is unspent becomes 结转, 结余 or is recalled, line by line; afterwards only reopening is possible. */
export function addClose(program: Command): void {
  withAccount(program.command('close'))
    .description('关账：未用指标逐条结转、列为结余或收回；未列出的指标结转下年')
    .option('--date <date>', '关账日期，缺省为 12 月 31 日', day)
    .option('--dispositions <file>', 'CSV：功能分类科目,资金性质,支出类型,项目名称,处理(结转·结余·收回),文号,事由')
    .action((options: YearOptions & { dispositions?: string }) =>
      inSession(options, async (session) => {
        const dispositions = options.dispositions === undefined ? [] : await readDispositions(options.dispositions);
        const data = { date: options.date ?? lastDay(options.year), dispositions, chainHead: null };
        const by = { commandId: randomUUID(), actor: session.actor, administrator: true };
        await session.execute(new Record(options.unit, options.year, { type: 'CloseFiscalYear', data }, by));
        say(`${options.unit} ${options.year} 年度已关账。`);
      }),
    );
}

/** `juesuan reopen`: by an administrator, with a reason; takes back what closing carried out. */
export function addReopen(program: Command): void {
  withAccount(program.command('reopen'))
    .description('重新开账（管理员）：冲回关账时的结转和结余')
    .requiredOption('--reason <text>', '理由')
    .option('--date <date>', '日期，缺省为 12 月 31 日', day)
    .action((options: YearOptions & { reason: string }) =>
      inSession(options, async (session) => {
        const data = { date: options.date ?? lastDay(options.year), reason: options.reason };
        const by = { commandId: randomUUID(), actor: session.actor, administrator: true };
        await session.execute(new Record(options.unit, options.year, { type: 'ReopenFiscalYear', data }, by));
        say(`${options.unit} ${options.year} 年度已重新开账。`);
      }),
    );
}
