import { type HistoryEntry, YearHistory } from '@juesuan/application';
import { describeLine } from '@juesuan/execution';
import { formatYuan } from '@juesuan/kernel';
import type { Command } from 'commander';
import { say, tableText } from './printing';
import { inSession, type StoreOptions, withAccount } from './session';
import { EVENT_WORDS } from './words';

/** `juesuan history --unit --year [--line …]`: what happened, in the order it was recorded. */
export function addHistory(program: Command): void {
  withAccount(program.command('history'))
    .description('按记录顺序列出一个单位（或部门所有单位）年度内的事项')
    .option('--line <text>', '只列指标中含有此文字的事项：科目编码、资金性质代码或项目名称')
    .action((options: StoreOptions & { unit: string; year: number; line?: string }) =>
      inSession(options, async (session) => {
        const history = await session.ask(new YearHistory(options.unit, options.year, options.line));
        const headers = ['事件', '日期', '类型', '指标', '金额(元)', '文号/凭证号', '经办', '记录时间', '来源'];
        say(tableText(headers, history.map(rowOf), [4]));
        say(`共 ${history.length} 项。`);
      }),
    );
}

function rowOf({ reference, recordedAt, event }: HistoryEntry): string[] {
  const { data, by, type } = event;
  return [
    reference,
    'date' in data ? data.date : '',
    EVENT_WORDS[type],
    'line' in data ? describeLine(data.line) : detailOf(event),
    'amount' in data ? formatYuan(data.amount) : '',
    'documentNumber' in data ? data.documentNumber : 'voucher' in data ? data.voucher : '',
    by.actor,
    recordedAt,
    by.source ?? '',
  ];
}

function detailOf({ data }: HistoryEntry['event']): string {
  if ('unitName' in data) return data.unitName;
  if ('reason' in data) return data.reason;
  if ('name' in data) return 'value' in data ? `${data.name} ${data.value}${data.unit}` : data.name;
  if ('adjustmentId' in data) return data.adjustmentId;
  return 'item' in data ? data.item : '';
}
