import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExportDocument, ReportAccount, VerifyLog } from '@juesuan/application';
import { DEPARTMENT, departmentFile, using } from './departments';
import { type Benchmark, inMs, inSeconds, many, peakMemory, seconds, times } from './harness';

const UNITS = 60;
const PAYMENTS = 200_000;
const PROFILE = 'shandong-2022';
const FIRST_UNIT = `${DEPARTMENT}001`;

/**
 * The whole disclosure of a department of 60 units and of one of its units: document with charts, workbook, check report and open data, the
 * chains of its units verified.
 */
export const document: Benchmark = async (report, { scale }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const payments = PAYMENTS * scale;
  const full = departmentFile(folder, UNITS, payments);
  const tenth = departmentFile(folder, UNITS, payments / 10);
  // What a process loads for its first is in it.
  const first = await exported(full, FIRST_UNIT);
  const next = await exported(full, FIRST_UNIT);
  const small = await exported(tenth, DEPARTMENT);
  const large = await exported(full, DEPARTMENT);
  const memory = peakMemory();
  const reference = await references(full);
  report({
    what: `全套公开文件：${UNITS} 个单位、${many(payments)} 笔支付`,
    figure: inSeconds(large),
    against: `${times(large, reference.verify)}于校验整个日志`,
    growth: times(large, small),
    memory,
    headline: true,
  });
  report({
    what: `全套公开文件：其中一个单位，${many(Math.round(payments / UNITS))} 笔（进程里的第一份）`,
    figure: inMs(first),
  });
  report({
    what: `全套公开文件：其中一个单位，${many(Math.round(payments / UNITS))} 笔（进程里的下一份）`,
    figure: inMs(next),
    against: `${times(next, reference.report)}于只算不写文件`,
    headline: true,
  });
  rmSync(folder, { recursive: true });
};

const exported = (db: string, unit: string): Promise<number> =>
  using(db, ({ ask }) => seconds(() => ask(new ExportDocument({ unit, year: 2023 }, PROFILE))));

const references = (db: string) =>
  using(db, async ({ ask }) => ({
    report: await seconds(() => ask(new ReportAccount({ unit: FIRST_UNIT, year: 2023 }, PROFILE))),
    verify: await seconds(() => ask(new VerifyLog())),
  }));
