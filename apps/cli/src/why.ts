import { eventReference } from '@juesuan/account';
import {
  type AccountKey,
  type Explanation,
  type Figure,
  figureAt,
  type Part,
  PART_WORDS,
  WhyFigure,
} from '@juesuan/application';
import { formatWan, formatYuan, RuleViolation } from '@juesuan/kernel';
import type { Command } from 'commander';
import { say, tableText } from './printing';
import { inSession, type StoreOptions, withAccount, withDocument, withMoment } from './session';
import { MEASURE_WORDS } from '@juesuan/account';

interface WhyOptions extends StoreOptions, AccountKey {
  readonly table?: string;
  readonly row?: string;
  readonly column?: string;
  readonly item?: string;
  readonly source?: string;
  readonly profile: string;
}

/** `juesuan why`: the entries, events and documents behind a cell (`--table --row --column`) or an item's variance (`--item`). */
export function addWhy(program: Command): void {
  withDocument(withMoment(withAccount(program.command('why'))))
    .description('一个数从哪里来：表中的一格，或一个科目的差异')
    .option('--table <id>', '表号，如 05')
    .option('--row <key>', '行，如 2080199 或 total')
    .option('--column <column>', '列：从 0 数起的序号，或列名', '0')
    .option('--item <code>', '功能分类项级科目')
    .option('--source <address>', '说明中一个数字的出处（final-account.json 的 figures）')
    .option('--profile <id>', '公开格式（决定列名）', 'standard')
    .action((options: WhyOptions) =>
      inSession(options, async (session) => {
        tell(await session.ask(new WhyFigure(options, figureOf(options), options.profile)), options);
      }),
    );
}

function figureOf({ table, row, column = '0', item, source }: WhyOptions): Figure {
  if (source !== undefined) return figureAt(source);
  if (item !== undefined) return { item };
  if (table !== undefined && row !== undefined) return { table, row, column };
  throw new RuleViolation('no-figure', '请用 --table 05 --row 2080199 --column 2 或 --item 2080199 指明是哪个数。');
}

function tell({ title, amount, sentence, parts }: Explanation, key: AccountKey): void {
  if (sentence !== null) say(`${sentence}\n`);
  say(`${title}：${formatWan(amount)} 万元（${formatYuan(amount)} 元）`);
  for (const part of parts) say(partText(part, key));
  if (parts.every(({ entries }) => entries.length === 0)) say('没有任何事项：此数为零。');
}

function partText({ kind, purpose, amount, entries }: Part, key: AccountKey): string {
  const rows = entries.map(({ entry, sign }) => [
    entry.date,
    MEASURE_WORDS[entry.measure],
    entry.unit,
    [entry.item, entry.project, entry.economicItem].filter((text) => text !== '').join(' '),
    entry.reference,
    formatYuan(sign * entry.amount),
    entry.purpose,
    eventReference(entry.unit, key.year, entry.revision),
  ]);
  const heading = kind === null ? '' : `\n${PART_WORDS[kind]} ${purpose ?? ''} ${formatYuan(amount)} 元\n`;
  const headers = ['日期', '类型', '单位', '科目', '文号/凭证号', '金额(元)', '事由', '事件'];
  return entries.length === 0 ? heading : `${heading}${tableText(headers, rows, [5])}`;
}
