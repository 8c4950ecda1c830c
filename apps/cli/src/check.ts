import { readFileSync } from 'node:fs';
import { type CheckResult, hasFailed } from '@juesuan/account';
import { type AccountKey, CheckAccount, type CheckedFile, CheckFile } from '@juesuan/application';
import type { Difference } from '@juesuan/disclosure';
import { RuleViolation } from '@juesuan/kernel';
import type { Command } from 'commander';
import { say, tableText } from './printing';
import { Progress } from './progress';
import {
  inSession,
  type Session,
  type SetStatus,
  type StoreOptions,
  withAccount,
  withDocument,
  withMoment,
} from './session';

type Options = StoreOptions & AccountKey & { profile: string; docx?: string };
type OnProgress = (checked: number) => void;

const OUTCOMES = { held: '通过', tail: '尾数误差', failed: '未通过', notRun: '未执行' } as const;

/** `juesuan check --unit --year`: every check answers; status 1 when one that must hold failed. */
export function addCheck(program: Command, setStatus: SetStatus): void {
  withDocument(withMoment(withAccount(program.command('check'))))
    .description('执行全部勾稽核对，有错误级核对未通过时退出码为 1')
    .option('--profile <id>', '公开格式（核对其说明文字），缺省为 standard', 'standard')
    .option('--docx <file>', '核对这份 Word 公开文本（可能又改过），并逐处列出它与系统生成的有何不同')
    .action((options: Options) =>
      inSession(options, async (session) => {
        const progress = new Progress();
        const update = (checked: number): void => progress.update('验证事件链', checked, checked);
        const { results, differences } = await checked(session, options, update).finally(() => progress.stop());
        const rows = results.map(({ id, outcome, severity, says }) => {
          const grave =
            outcome === 'failed' && severity !== 'error'
              ? `${OUTCOMES.failed}（${severity === 'warn' ? '提醒' : '提示'}）`
              : OUTCOMES[outcome];
          return [id, grave, says];
        });
        say(tableText(['编号', '结果', '说明'], rows));
        say(`${countsOf(results)}。`);
        if (options.docx !== undefined) {
          say(WHAT_IS_CHECKED);
          say(comparisonOf(differences));
        }
        if (hasFailed(results) || differences.length > 0) setStatus(1);
      }),
    );
}

/** The checks of an account, or those of a finished file and what is different in it. */
async function checked(session: Session, options: Options, onProgress: OnProgress): Promise<CheckedFile> {
  const { docx, profile } = options;
  if (docx !== undefined) return session.ask(new CheckFile(options, profile, fileAt(docx), onProgress));
  return { results: await session.ask(new CheckAccount(options, profile, onProgress)), differences: [] };
}

function fileAt(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new RuleViolation('source-missing', `读不到文件“${path}”（${code}），请核对路径。`, { path });
  }
}

const WHAT_IS_CHECKED =
  '以上 A、B、D 各项的金额取自台账，标题、表号、空表说明和 C 各项的文字取自这份 Word 文本；文件中的表与台账有何不同，列在下面。';

function comparisonOf(differences: readonly Difference[]): string {
  if (differences.length === 0) return '这份 Word 文本与系统现在生成的逐段、逐格相同。';
  const lines = differences.map(({ where, says }) => `  ${where}：${says}。`);
  return [`这份 Word 文本与系统现在生成的有 ${differences.length} 处不同：`, ...lines].join('\n');
}

/** How many checks answered what. */
export function countsOf(results: readonly CheckResult[]): string {
  const outcomes = Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[];
  return outcomes
    .map((outcome) => `${OUTCOMES[outcome]} ${results.filter((one) => one.outcome === outcome).length} 项`)
    .join('，');
}
