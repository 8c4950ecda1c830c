import { describeLine } from '@juesuan/execution';
import { formatYuan } from '@juesuan/kernel';
import type { Command } from 'commander';
import { say, tableText } from './printing';
import { inSession, type StoreOptions, withAccount, withKnownAt } from './session';
import {
  type AccountKey,
  EVENT_WORDS,
  type HistoryEntry,
  instantInWords,
  subjectOf,
  YearHistory,
} from '@juesuan/application';

/** `juesuan history --unit --year [--line …]`: what happened, in the order it was recorded. */
export function addHistory(program: Command): void {
  withKnownAt(withAccount(program.command('history')))
    .description('按记录顺序列出一个单位（或部门所有单位）年度内的事项')
    .option('--line <text>', '只列指标中含有此文字的事项：科目编码、资金性质代码或项目名称')
    .action((options: StoreOptions & AccountKey & { line?: string }) =>
      inSession(options, async (session) => {
        const { line, knownAt } = options;
        const wanted = { ...(line === undefined ? {} : { line }), ...(knownAt === undefined ? {} : { knownAt }) };
        const { entries, total } = await session.ask(new YearHistory(options.unit, options.year, wanted));
        const headers = ['事件', '日期', '类型', '指标', '金额(元)', '文号/凭证号', '经办', '记录时间', '来源'];
        say(tableText(headers, entries.map(rowOf), [4]));
        say(`共 ${total} 项。`);
      }),
    );
}

function rowOf({ reference, recordedAt, event }: HistoryEntry): string[] {
  const { data, by, type } = event;
  return [
    reference,
    'date' in data ? data.date : '',
    EVENT_WORDS[type],
    'line' in data ? describeLine(data.line) : subjectOf(data),
    'amount' in data ? formatYuan(data.amount) : '',
    'documentNumber' in data ? data.documentNumber : 'voucher' in data ? data.voucher : '',
    by.actor,
    instantInWords(recordedAt),
    by.source ?? '',
  ];
}
