import { Rebuild, VerifyLog } from '@juesuan/application';
import type { Command } from 'commander';
import { say, tableText } from './printing';
import { Progress } from './progress';
import { inSession, type SetStatus, type StoreOptions, withStore } from './session';

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

/** `juesuan verify`: recomputes every hash; status 1 and the first damaged event when something does not fit. */
export function addVerify(program: Command, setStatus: SetStatus): void {
  withStore(program.command('verify'))
    .description('重算全部事件的哈希链，找出第一个被改动的事件')
    .action((options: StoreOptions) =>
      inSession(options, async (session) => {
        const progress = new Progress();
        const query = new VerifyLog((checked) => progress.update('验证', checked, checked));
        const { events, damage, heads } = await session.ask(query).finally(() => progress.stop());
        if (damage === null) {
          say(tableText(['事件流', '链头（SHA-256）'], [...heads].sort()));
          return say(`${events} 项事件完好，${heads.size} 条链连续。`);
        }
        const where = `位置 ${damage.position ?? '？'}，${damage.stream ?? '？'} 第 ${damage.revision ?? '？'} 号事件`;
        say(`发现改动：${where}。${damage.says}`);
        setStatus(1);
      }),
    );
}
