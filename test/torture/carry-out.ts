import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportYear, Rebuild, Record, ReportAccount } from '@juesuan/application';
import { ImportRefused } from '@juesuan/documents';
import { WrongExpectedRevision } from '@juesuan/event-store';
import { RuleViolation } from '@juesuan/kernel';
import type { TestApplication } from '../support/application';
import { type Answer, DEPARTMENT, LINES, ORIGINAL, type PaymentRow, type Step, UNITS, YEAR } from './steps';

const FUNDS: Readonly<{ [fund: string]: string }> = {
  generalPublic: '一般公共预算财政拨款',
  governmentFund: '政府性基金预算财政拨款',
  institutional: '事业收入',
};
const KINDS: Readonly<{ [kind: string]: string }> = { basic: '基本支出', project: '项目支出' };
const READ: Answer = { fate: 'ok', revisions: null, repeated: false };

/** Asks the system for a step as an officer would, and says what she was told. */
export async function carryOut(application: TestApplication, scratch: string, step: Step): Promise<Answer> {
  try {
    return await ask(application, scratch, step);
  } catch (error) {
    const why = `${(error as Error).name}: ${(error as Error).message.split('\n')[0]}`;
    // Only these promise that nothing was recorded.
    const promised = [RuleViolation, ImportRefused, WrongExpectedRevision].some((kind) => error instanceof kind);
    return { fate: promised ? 'refused' : 'unknown', why };
  }
}

async function ask({ execute, ask }: TestApplication, scratch: string, step: Step): Promise<Answer> {
  switch (step.does) {
    case 'order': {
      const sender = { actor: 'officer', administrator: false, commandId: step.id };
      const { revisions, repeated } = await execute(new Record(step.unit, YEAR, step.order, sender));
      return { fate: 'ok', revisions, repeated };
    }
    case 'open':
      return importing(scratch, openingFiles(), (folder) => execute(new ImportYear(folder, YEAR, 'officer')));
    case 'import':
      return importing(scratch, { '04-支付': paymentLines(step.rows) }, (folder) =>
        execute(new ImportYear(folder, YEAR, 'officer')),
      );
    case 'report':
      await ask(new ReportAccount({ unit: DEPARTMENT, year: YEAR }, 'standard'));
      return READ;
    case 'rebuild':
      await execute(new Rebuild());
      return READ;
  }
}

type Files = Readonly<{ [name: string]: readonly string[] }>;

async function importing(
  scratch: string,
  files: Files,
  execute: (folder: string) => Promise<{ recorded: number; repeated: number }>,
): Promise<Answer> {
  const folder = mkdtempSync(join(scratch, 'import-'));
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
  try {
    const { recorded } = await execute(folder);
    return { fate: 'ok', revisions: null, repeated: recorded === 0 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

const openingFiles = (): Files => ({
  '00-单位': [
    '单位编码,单位名称,上级单位编码,单位类型',
    `${DEPARTMENT},测试局,,部门`,
    ...UNITS.map((unit) => `${unit},测试单位${unit},${DEPARTMENT},行政单位`),
  ],
  '01-年初预算': [
    '单位编码,功能分类科目,资金性质,支出类型,项目名称,经济分类科目,指标来源,金额(元)',
    ...UNITS.flatMap((unit) =>
      LINES.map(({ fundSource, item, kind, project }) => {
        return `${unit},${item},${FUNDS[fundSource]},${KINDS[kind]},${project},,本年预算,${yuan(ORIGINAL)}`;
      }),
    ),
  ],
});

const paymentLines = (rows: readonly PaymentRow[]): string[] => [
  '日期,凭证号,类型,原凭证号,单位编码,功能分类科目,资金性质,支出类型,项目名称,经济分类科目,金额(元),摘要',
  ...rows.map(({ unit, voucher, line: { fundSource, item, kind, project }, economicItem, amount, date }) => {
    const line = `${unit},${item},${FUNDS[fundSource]},${KINDS[kind]},${project}`;
    return `${date},${voucher},支付,,${line},${economicItem},${yuan(amount)},`;
  }),
];
