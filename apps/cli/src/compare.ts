import { type AccountKey, CompareAccounts, type Comparison, type Moment, PART_WORDS } from '@juesuan/application';
import { type Fen, formatWan, formatYuan } from '@juesuan/kernel';
import type { Command } from 'commander';
import { say, tableText } from './printing';
import { day, inSession, instant, type StoreOptions, withAccount, withDocument } from './session';

interface CompareOptions extends StoreOptions, Pick<AccountKey, 'unit' | 'year' | 'document'> {
  readonly profile: string;
  readonly fromAsOf?: string;
  readonly fromKnownAt?: string;
  readonly toAsOf?: string;
  readonly toKnownAt?: string;
}

/** `juesuan compare --unit --year --from-known-at 2023-06-30`: what changed between two moments, and by which events. */
export function addCompare(program: Command): void {
  withDocument(withAccount(program.command('compare')))
    .description('两个时点之间有何变动：表、科目、句子，各带其间的事件；没有写的一端是现在')
    .option('--from-as-of <date>', '从：截至日期', day)
    .option('--from-known-at <instant>', '从：到这一时刻（或这一天结束）为止已经记录的', instant)
    .option('--to-as-of <date>', '到：截至日期', day)
    .option('--to-known-at <instant>', '到：到这一时刻（或这一天结束）为止已经记录的', instant)
    .option('--profile <id>', '公开格式，缺省为 standard', 'standard')
    .action((options: CompareOptions) =>
      inSession(options, async (session) => {
        const { unit, year, profile, document, fromAsOf, fromKnownAt, toAsOf, toKnownAt } = options;
        const [from, to] = [momentOf(fromAsOf, fromKnownAt), momentOf(toAsOf, toKnownAt)];
        tell(await session.ask(new CompareAccounts(unit, year, from, to, profile, document)));
      }),
    );
}

const momentOf = (asOf?: string, knownAt?: string): Moment => ({
  ...(asOf === undefined ? {} : { asOf }),
  ...(knownAt === undefined ? {} : { knownAt }),
});

function tell({ cells, items, sentences, tables }: Comparison): void {
  if (cells.length + items.length + sentences.length === 0) return say('没有变动。');
  const rows = cells.map(({ table: id, row, column, before, after, events }) => {
    const table = tables.find((each) => each.id === id);
    const label = table?.rows.find(({ key }) => key === row)?.label ?? row;
    return [id, label, table?.columns[column] ?? '', ...told(before, after), listed(events)];
  });
  if (rows.length > 0) say(tableText(['表', '行', '列', '前', '后', '事件'], rows, [3, 4]));
  for (const { code, drivers } of items) {
    for (const { kind, purpose, before, after, events } of drivers) {
      const what = [code, PART_WORDS[kind], purpose ?? ''].filter((text) => text !== '').join(' ');
      const [from, to] = told(before, after);
      say(`${what}：${from} → ${to}（${listed(events)}）`);
    }
  }
  for (const { key, before, after, events } of sentences) {
    say(`\n${key}（${listed(events)}）\n  前：${before?.text ?? '（没有）'}\n  后：${after?.text ?? '（没有）'}`);
  }
}

/** Both amounts in 万元; in 元 where they differ by less than 万元 shows. */
const told = (before: Fen, after: Fen): [string, string] =>
  formatWan(before) === formatWan(after)
    ? [`${formatYuan(before)} 元`, `${formatYuan(after)} 元`]
    : [`${formatWan(before)} 万元`, `${formatWan(after)} 万元`];

const SHOWN = 5;

/** The first events, and how many there are of long lists. */
const listed = (events: readonly string[]): string =>
  events.length <= SHOWN ? events.join('、') : `${events.slice(0, SHOWN).join('、')} 等 ${events.length} 项`;
