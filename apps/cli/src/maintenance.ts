import { type NotedHead, Rebuild, type Verified, VerifyLog } from '@juesuan/application';
import type { Damage } from '@juesuan/event-store';
import { RuleViolation } from '@juesuan/kernel';
import type { Command } from 'commander';
import { say, tableText } from './printing';
import { Progress } from './progress';
import { inSession, type SetStatus, type StoreOptions, wholeYear, withStore } from './session';
import { argument } from './usage';

/** `juesuan rebuild`: computes all balances anew from the events, compares, swaps. Status 1 when the old ones differed. */
export function addRebuild(program: Command, setStatus: SetStatus): void {
  withStore(program.command('rebuild'))
    .description('由事件重新计算全部余额，与现有的比较后替换')
    .action((options: StoreOptions) =>
      inSession(options, async (session) => {
        const progress = new Progress();
        const command = new Rebuild(({ done, total }) => progress.update('重算', done, total ?? done));
        const result = await session.execute(command).finally(() => progress.stop());
        say(`已由 ${result.events} 项事件重算。`);
        if (result.differences.length === 0) return say('与原有余额一致。');
        say(`原有余额有 ${result.differences.length} 处与事件不符，已替换为重算结果：`);
        for (const difference of result.differences.slice(0, 20)) say(`  ${difference}`);
        setStatus(1);
      }),
    );
}

interface VerifyOptions extends StoreOptions {
  readonly head?: string;
  readonly unit?: string;
  readonly year?: number;
}

/** `juesuan verify`: recomputes every hash; status 1 and the first damaged event, or the head not found, when something does not fit. */
export function addVerify(program: Command, setStatus: SetStatus): void {
  withStore(program.command('verify'))
    .description('重算全部事件的哈希链，找出第一个被改动的事件')
    .option('--head <hash>', '以前打印或记下的链头：查出此后日志是否被截短或整个改写', chainHead)
    .option('--unit <code>', '链头印在哪个部门的公开文件上（部门的链头由各单位的合成）')
    .option('--year <year>', '那份文件的年度', wholeYear)
    .action((options: VerifyOptions) =>
      inSession(options, async (session) => {
        const { head = null, unit, year } = options;
        const of = unit === undefined || year === undefined ? null : { unit, year };
        const progress = new Progress();
        const query = new VerifyLog((checked) => progress.update('验证', checked, checked), head, of);
        const verified = await session.ask(query).finally(() => progress.stop());
        const holds = verified.damage === null ? tellSound(verified) : tellDamage(verified.damage);
        if (!holds || verified.noted === null) setStatus(1);
      }),
    );
}

/** Answers that the log is sound. */
function tellSound({ events, heads, logHead, noted }: Verified): true {
  if (noted === undefined) say(tableText(['事件流', '链头（SHA-256）'], [...heads].sort()));
  say(`${events} 项事件完好，${heads.size} 条链连续。\n日志链头（SHA-256）：${logHead}`);
  if (noted) say(`找到了链头：${nameOf(noted)}，此后又记录了 ${noted.since} 项。此前的事件一项不少、一字未改。`);
  if (noted === null) say('没有找到这个链头：它打印以后，日志被截短或整个改写过；否则它不是由这套数据打印的。');
  return true;
}

/** Answers that the log is not sound. */
function tellDamage({ position, stream, revision, says }: Damage): false {
  const event = stream === null ? '' : `，${stream} 第 ${revision} 号事件`;
  say(`发现改动：${position === null ? '' : `位置 ${position}${event}。`}${says}`);
  return false;
}

const HEAD_OF = { stream: '事件流', log: '整个日志', units: '部门' } as const;
const nameOf = ({ kind, stream, revision, position }: NotedHead): string =>
  `${HEAD_OF[kind]}到 ${stream} 第 ${revision} 号事件（位置 ${position}）为止的链头`;

const chainHead = argument((text) => {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  throw new RuleViolation('not-a-head', '链头应为 64 位十六进制数字。');
});
