import { ImportYear } from '@juesuan/application';
import type { Command } from 'commander';
import { say } from './printing';
import { Progress } from './progress';
import { inSession, type Session, type StoreOptions, wholeYear, withStore } from './session';

/** What a shell answers for a program ended by Ctrl-C. */
const INTERRUPTED = 130;
const STAGES = { read: '读取', decide: '核对', append: '记录' } as const;

/** `juesuan import DIR --year 2023`: a folder or workbook of a year, all of it or nothing. */
export function addImport(program: Command): void {
  withStore(program.command('import'))
    .description('导入一个年度的文件（CSV 文件夹或一个 XLSX）：全部记录，或一行也不记录')
    .argument('<path>', '文件夹、.xlsx 或 .csv')
    .requiredOption('--year <year>', '财政年度', wholeYear)
    .action((path: string, options: StoreOptions & { year: number }) =>
      inSession(options, (session) => importFolder(session, path, options.year)),
    );
}

/** Imports and tells what was recorded. */
export async function importFolder(session: Session, path: string, year: number): Promise<void> {
  const progress = new Progress();
  const command = new ImportYear(path, year, session.actor, (stage, done, total) =>
    progress.update(STAGES[stage], done, total),
  );
  const stopped = (): void => {
    progress.stop();
    say('已中断。导入整体记录或一行也不记：不确定时再运行一次，已记录的不会重复。');
    process.exit(INTERRUPTED);
  };
  process.once('SIGINT', stopped);
  const result = await session.execute(command).finally(() => {
    progress.stop();
    process.off('SIGINT', stopped);
  });
  for (const notice of result.notices) say(`提示：${notice}`);
  if (result.recorded === 0) return say(`${result.rows} 行都已记录过，没有新的事项。`);
  const repeated = result.repeated > 0 ? `，${result.repeated} 行此前已记录` : '';
  say(
    `已导入 ${year} 年度：${result.rows} 行，新记录 ${result.recorded} 项${repeated}，涉及 ${result.units.length} 个单位。`,
  );
}
