import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListLines, ReportAccount } from '@juesuan/application';
import { DEPARTMENT, departmentFile, using } from './departments';
import { type Benchmark, inMs, many, mean, peakMemory, times } from './harness';

/** The report without files – tables, items, sentences, checks – of one unit-year, and of departments of 60 and of 1,000 units. */
export const report: Benchmark = async (tell, { scale }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const one = await reported(departmentFile(folder, 1, 5_000 * scale));
  const tenfold = await reported(departmentFile(folder, 1, 50_000 * scale));
  tell({
    what: `一个单位一年的决算（${many(5_000 * scale)} 笔，不写文件）`,
    figure: inMs(one.account),
    against: `${times(one.account, one.balances)}于只读余额`,
    growth: times(tenfold.account, one.account),
    headline: true,
  });
  const sixty = await reported(departmentFile(folder, 60, 60_000 * scale));
  const thousand = await reported(departmentFile(folder, 1_000, 100_000 * scale));
  const row = (units: number, { account, balances }: Reported) =>
    ({
      what: `${many(units)} 个单位的部门汇总决算（不写文件）`,
      figure: inMs(account),
      against: `${times(account, balances)}于只读余额`,
    }) as const;
  tell(row(60, sixty));
  tell({
    ...row(1_000, thousand),
    growth: `${times(thousand.account, sixty.account)}（单位数的 16.7 倍）`,
    memory: peakMemory(),
    headline: true,
  });
  rmSync(folder, { recursive: true });
};

interface Reported {
  readonly account: number;
  readonly balances: number;
}

const reported = (db: string): Promise<Reported> =>
  using(db, async ({ ask }) => {
    const key = { unit: DEPARTMENT, year: 2023 };
    const balances = await mean(() => ask(new ListLines(key)));
    const account = await mean(() => ask(new ReportAccount(key, 'standard')));
    return { account, balances };
  });
