import { type ImportProgress, type ImportResult, ImportYear } from '@juesuan/application';
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
    .option('--trial', '只试算：列出各文件的合计、提示和错误，什么都不记录')
    .action((path: string, options: StoreOptions & { year: number; trial?: true }) =>
      inSession(options, (session) => importFolder(session, path, options.year, options.trial), 'begins'),
    );
}

/** Imports, or only tries to, and tells what was or would be recorded. */
export async function importFolder(session: Session, path: string, year: number, trial = false): Promise<void> {
  const progress = new Progress();
  const onProgress: ImportProgress = (stage, done, total) => progress.update(STAGES[stage], done, total);
  const command = new ImportYear(path, year, session.actor, onProgress, trial);
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
  for (const total of result.totals) say(`合计：${total}`);
  for (const notice of result.notices) say(`提示：${notice}`);
  say(outcomeOf(result, year, trial));
}

function outcomeOf({ rows, recorded, repeated, units }: ImportResult, year: number, trial: boolean): string {
  if (recorded === 0) return `${rows} 行都已记录过，没有新的事项。`;
  const before = repeated > 0 ? `，${repeated} 行此前已记录` : '';
  return trial
    ? `试算通过，什么都没有记录。正式导入将记录 ${recorded} 项${before}，涉及 ${units.length} 个单位。`
    : `已导入 ${year} 年度：${rows} 行，新记录 ${recorded} 项${before}，涉及 ${units.length} 个单位。`;
}
