import { troubleOf, unreached } from '@juesuan/application';
import { ImportRefused, ruleAndAdvice } from '@juesuan/documents';
import { StoreUnavailable } from '@juesuan/event-store';
import { UnknownEvent } from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import { tableText } from './printing';

const SHOWN_ERRORS = 50;

/** Tells the person what was refused or broke, on stderr, and answers the exit status. */
export function explainFailure(error: unknown): number {
  const trouble = troubleOf(error);
  if (error instanceof ImportRefused) process.stderr.write(refusedText(error));
  else if (error instanceof RuleViolation) process.stderr.write(`拒绝：${error.message}\n`);
  else if (error instanceof UnknownEvent) process.stderr.write(`停止：${error.message}\n`);
  else if (trouble !== null) process.stderr.write(`没有做成：${trouble}重试不会重复记录。\n`);
  else if (error instanceof StoreUnavailable) {
    process.stderr.write(`${unreached(error)}；重试不会重复记录。\n`);
  } else {
    process.stderr.write(
      `程序出错。此前提示“已记录”的都已保存，重试不会重复记录。请把以下内容交给维护人员：\n${faultText(error)}\n`,
    );
    return 70;
  }
  return 1;
}

const faultText = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

function refusedText({ errors }: ImportRefused): string {
  const rows = errors
    .slice(0, SHOWN_ERRORS)
    .map((error) => [
      error.file,
      error.row === null ? '' : String(error.row),
      error.column ?? '',
      error.value ?? '',
      ruleAndAdvice(error),
    ]);
  const more = errors.length > SHOWN_ERRORS ? `……另有 ${errors.length - SHOWN_ERRORS} 处未列出。\n` : '';
  const table = tableText(['文件', '行', '栏', '值', '规则与办法'], rows);
  return `拒绝：${errors.length} 处不合规则，什么都没有记录。\n${table}${more}`;
}
