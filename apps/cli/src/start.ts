import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ListUnits, PROJECT_ROOT, ReportAccount, settingsFrom } from '@juesuan/application';
import type { Command } from 'commander';
import { importFolder } from './import';
import { say } from './printing';
import { glance, tell, writeReport } from './report';
import { inSession, type StoreOptions, withStore } from './session';

interface Example {
  readonly folder: string;
  readonly year: number;
  readonly unit: string;
  readonly profile: string;
}

/** `juesuan start`, what `npm start` runs: loads the example department on first start and shows its account. */
export function addStart(program: Command): void {
  withStore(program.command('start'))
    .description('首次运行时装入示例部门，生成其决算并显示概要')
    .action((options: StoreOptions) =>
      inSession(options, async (session) => {
        const { folder, year, unit, profile } = example();
        const opened = await session.ask(new ListUnits(year));
        // An example in the middle of somebody's own year could never be taken out again.
        if (opened.length > 0 && !opened.some(({ code }) => code === unit)) return say(ownData(options.db));
        await importFolder(session, join(PROJECT_ROOT, folder), year);
        const report = await session.ask(new ReportAccount({ unit, year }, profile));
        const files = await writeReport(report, { out: resolve('out') });
        say(`\n${glance(report, '03', 12)}`);
        tell(report, files);
        say(nextSteps(unit, year, settingsFrom(process.env, options.db).db));
      }),
    );
}

const ownData = (db?: string): string =>
  `${resolve(settingsFrom(process.env, db).db)} 中已有自己的数据，没有装入示例。用 npm run -s juesuan -- help 查看命令。`;

const example = (): Example =>
  JSON.parse(readFileSync(join(PROJECT_ROOT, 'apps', 'cli', 'example.json'), 'utf8')) as Example;

const nextSteps = (unit: string, year: number, db: string): string => `
数据在 ${resolve(db)}。接下来可以：
  npm run -s juesuan -- why --unit ${unit} --year ${year} --table 05 --row total --column 0   一个数从哪里来
  npm run -s juesuan -- check --unit ${unit} --year ${year}                                   勾稽核对
  npm run -s juesuan -- help                                                             全部命令
`;
