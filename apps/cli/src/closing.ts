import { randomUUID } from 'node:crypto';
import {
  CloseUnits,
  ListFreezes,
  readDispositions,
  ReopenUnits,
  type UnitDone,
  type UnitFreeze,
} from '@juesuan/application';
import { formatYuan, lastDay } from '@juesuan/kernel';
import type { Command } from 'commander';
import { say } from './printing';
import { day, inSession, type Session, type StoreOptions, withAccount } from './session';

interface YearOptions extends StoreOptions {
  readonly unit: string;
  readonly year: number;
  readonly date?: string;
}

/**
 * `juesuan close`: what is unspent becomes 结转, 结余 or is recalled, line by line; afterwards only reopening is possible. A department
 * is closed with all its units, or not at all.
 */
export function addClose(program: Command): void {
  withAccount(program.command('close'))
    .description('关账（部门连同所属单位一起）：未用指标逐条结转、列为结余或收回；未列出的指标结转下年')
    .option('--date <date>', '关账日期，缺省为 12 月 31 日', day)
    .option(
      '--dispositions <file>',
      'CSV：单位编码(关几个单位时必填),功能分类科目,资金性质,支出类型,项目名称,处理(结转·结余·收回),文号,事由',
    )
    .action((options: YearOptions & { dispositions?: string }) =>
      inSession(options, async (session) => {
        const dispositions = options.dispositions === undefined ? [] : await readDispositions(options.dispositions);
        const end = { date: options.date ?? lastDay(options.year), dispositions };
        const freezes = await session.ask(new ListFreezes(options.unit, options.year));
        const units = await session.execute(new CloseUnits(options.unit, options.year, end, senderIn(session)));
        tell(units, options, '已关账', '此前已关账');
        tellReleased(freezes);
      }),
    );
}

/** `juesuan reopen`: by an administrator, with a reason; takes back what closing carried out. */
export function addReopen(program: Command): void {
  withAccount(program.command('reopen'))
    .description('重新开账（管理员，部门连同所属单位一起）：冲回关账时的结转和结余')
    .requiredOption('--reason <text>', '理由')
    .option('--date <date>', '日期，缺省为关账的那一天', day)
    .action((options: YearOptions & { reason: string }) =>
      inSession(options, async (session) => {
        const again = { date: options.date ?? null, reason: options.reason };
        const units = await session.execute(new ReopenUnits(options.unit, options.year, again, senderIn(session)));
        tell(units, options, '已重新开账', '原来就没有关账');
      }),
    );
}

const senderIn = ({ actor }: Session) => ({ commandId: randomUUID(), actor, administrator: true });

/** What is frozen when the year ends is released by closing, and stays so when the year is opened again. */
function tellReleased(freezes: readonly UnitFreeze[]): void {
  const open = freezes.filter(({ left }) => left > 0);
  if (open.length === 0) return;
  const each = open.map(({ unit, freezeId, left }) => `${unit} ${freezeId} ${formatYuan(left)} 元`).join('、');
  say(`随关账解除冻结 ${open.length} 笔：${each}。重新开账不会恢复，需要的请重新冻结。`);
}

/** One sentence for one unit; for several a line each, then how many. */
function tell(units: readonly UnitDone[], { unit, year }: YearOptions, now: string, before: string): void {
  if (units.length === 1) return say(`${unit} ${year} 年度${now}。`);
  for (const each of units) say(`${each.unit} ${each.name}：${each.done ? now : before}。`);
  say(`${unit} ${year} 年度${now}：共 ${units.length} 个单位，本次 ${units.filter(({ done }) => done).length} 个。`);
}
