import { betweenStores, type CopiedStream, copyYear, placeIn, settingsFrom } from '@juesuan/application';
import type { Command } from 'commander';
import { say, tableText } from './printing';
import { Progress } from './progress';
import { type StoreOptions, withAccount } from './session';

interface CopyOptions extends StoreOptions {
  readonly unit: string;
  readonly year: number;
  readonly from?: string;
  readonly to?: string;
}

/** `juesuan copy`: a department's year from one event store to another, with its ids, instants and hash chain. */
export function addCopy(program: Command): void {
  withAccount(program.command('copy'))
    .description('把一个部门（连同所属单位）的一个年度复制到另一个事件库，事件编号和哈希链不变；中断后再运行一次即可')
    .option('--from <place>', '来源：esdb://… 或数据文件，缺省为当前的数据')
    .option('--to <place>', '目标：esdb://… 或数据文件，缺省为当前的数据')
    .action(async ({ unit, year, db, ...places }: CopyOptions) => {
      const own = placeIn(settingsFrom(process.env, db));
      const { from = own, to = own } = places;
      const progress = new Progress();
      const copied = await betweenStores(from, to, (source, target) =>
        copyYear(source, target, { unit, year }, (done, total) => progress.update('复制', done, total)),
      ).finally(() => progress.stop());
      tell(copied, unit, year);
    });
}

function tell(streams: readonly CopiedStream[], unit: string, year: number): void {
  const rows = streams.map(({ stream, events, copied, head }) => [stream, String(events), String(copied), head]);
  say(tableText(['事件流', '事件', '本次复制', '链头（两边相同）'], rows, [1, 2]));
  const copied = streams.reduce((sum, each) => sum + each.copied, 0);
  say(`${unit} ${year} 年度已在目标中：本次复制 ${copied} 项事件，目标已重新验证，链头与来源相同。`);
  say('用户和权限不随年度复制。此后只在一处记录；两边各自记录过就不能再合并。');
}
