import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AccountKey, COPY_MARK, makeFolder, type Report, ReportAccount } from '@juesuan/application';
import { writeTables } from '@juesuan/documents';
import { EXPENDITURE_KINDS, FUND_SOURCES } from '@juesuan/classification';
import { formatWan } from '@juesuan/kernel';
import type { Command } from 'commander';
import { countsOf } from './check';
import { say, tableText } from './printing';
import { inSession, type StoreOptions, withAccount, withDocument, withMoment } from './session';

/** `juesuan report --unit 301 --year 2023 --profile hunan-2023 --out DIR`: the account as JSON and as printed tables. */
export function addReport(program: Command): void {
  withDocument(withMoment(withAccount(program.command('report'))))
    .description('生成决算（尚无支付时为预算）：JSON 和公开表 XLSX')
    .option('--profile <id>', '公开格式，缺省为 standard', 'standard')
    .requiredOption('--out <dir>', '输出文件夹')
    .action((options: StoreOptions & AccountKey & { profile: string; out: string }) =>
      inSession(options, async (session) => {
        const report = await session.ask(new ReportAccount(options, options.profile));
        tell(report, await writeReport(report, options));
      }),
    );
}

/** Writes the report's files into a folder and answers their paths. */
export async function writeReport(report: Report, { out }: { out: string }): Promise<string[]> {
  makeFolder(out);
  const json = join(out, report.isBudget ? 'budget.json' : 'final-account.json');
  const xlsx = join(out, report.isBudget ? '预算公开表.xlsx' : '决算公开表.xlsx');
  writeFileSync(json, `${JSON.stringify(report.json, null, 1)}\n`);
  writeFileSync(xlsx, await writeTables(report));
  return [json, xlsx];
}

/** Says in a few lines what the account comes to and what needs attention. */
export function tell(report: Report, files: readonly string[]): void {
  const { json, checks, document, isBudget } = report;
  say(`${document.title}（金额单位：万元）`);
  if (!isBudget) {
    const { original, actual, rate } = json.overall;
    say(`一般公共预算财政拨款：年初预算 ${original}，决算 ${actual}${rate === null ? '' : `，完成 ${rate}%`}。`);
    const missing = json.items.filter(({ needsReason }) => needsReason).map(({ code }) => code);
    if (missing.length > 0) say(`需要补充差异原因的科目 ${missing.length} 个：${missing.join('、')}。`);
  }
  say(`勾稽核对：${countsOf(checks)}（逐项见 juesuan check）。`);
  for (const { id, says } of checks.filter(({ outcome }) => outcome === 'failed')) say(`  ✗ ${id} ${says}`);
  for (const line of lackingLines(report)) say(line);
  for (const notice of noticesOf(report)) say(notice);
  for (const file of files) say(`已写出 ${file}`);
}

/** What the text waits for, by the import file that brings it. */
function lackingLines({ lacking }: Report): string[] {
  const files = [...new Set(lacking.map(({ file }) => file))].sort();
  const rows = files.map((file) => {
    const names = lacking.filter((one) => one.file === file).map(({ name }) => name);
    return `  ${file} 的第一列：${names.join('、')}`;
  });
  return rows.length === 0
    ? []
    : [`文中待补充或待核对 ${lacking.length} 项（缺的在 Word 中以黄色标出），请在下列文件中补上再导入：`, ...rows];
}

/** What a reader of the tables should know beside them. */
function noticesOf({ isBudget, eliminated, withoutEconomicItem, incompleteImports, ...units }: Report): string[] {
  const { json, closedUnits, openUnits } = units;
  const below = [...closedUnits, ...openUnits].filter((code) => code !== json.unit).sort();
  const notices = below.length === 0 ? [] : [`本表含所属 ${below.length} 个单位${listed(below)}。`];
  const tables = isBudget ? 'Y01、Y02、Y03' : '01、02、03';
  const transfers = eliminated.map(({ kind, fundSource, amount }) => {
    const both = `${EXPENDITURE_KINDS[kind]}与${FUND_SOURCES[fundSource]} ${formatWan(amount)} 万元两边重复`;
    return `内部往来抵销：各单位之间的${both}，${tables} 表的收入和支出已各减去此数。`;
  });
  notices.push(...transfers);
  if (withoutEconomicItem.size > 0) {
    const items = [...withoutEconomicItem].map(([item, fen]) => `${item} ${formatWan(fen)} 万元`).join('、');
    const advice = '未列入基本支出表；请在 01-年初预算 中补上。';
    notices.push(`注意：一般公共预算基本支出中 ${items} 没有经济分类科目，${advice}`);
  }
  for (const id of incompleteImports) {
    const again = id.startsWith(COPY_MARK) ? '再运行一次 juesuan copy' : '把同样的文件再导入一次';
    notices.push(`注意：导入 ${id} 中断过，尚不完整；请${again}。`);
  }
  if (closedUnits.length > 0 && openUnits.length > 0) {
    const which = `${closedUnits.join('、')} 已关账，${openUnits.join('、')} 尚未关账`;
    notices.push(`注意：${which}，年末结转和结余还不完整。`);
  }
  return notices;
}

/** More units than fit on a line are only counted. */
const LISTED = 12;
const listed = (codes: readonly string[]): string => (codes.length > LISTED ? '' : `：${codes.join('、')}`);

/** The first lines of a table, as a person would glance at it. */
export function glance({ tables }: Report, id: string, rows: number): string {
  const table = tables.find((one) => one.id === id);
  if (!table) return '';
  const body = table.rows.slice(0, rows).map(({ label, values }) => [label, ...values]);
  const right = table.columns.map((_, index) => index + 1);
  return `${table.printedNumber} ${table.title}\n${tableText(['项目', ...table.columns], body, right)}`;
}
