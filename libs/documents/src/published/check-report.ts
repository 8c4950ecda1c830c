import type { CheckResult } from '@juesuan/account';
import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';

const OUTCOMES: Readonly<Record<CheckResult['outcome'], string>> = {
  held: '通过',
  tail: '尾数误差',
  failed: '未通过',
  notRun: '未执行',
};
const SEVERITIES: Readonly<Record<CheckResult['severity'], string>> = { error: '必须通过', warn: '提醒', info: '提示' };
const HEADER = ['编号', '结果', '级别', '左边', '右边', '说明'];
const WIDTHS = [8, 12, 12, 18, 18, 90];
const THIN = { style: 'thin', color: { rgb: '000000' } } as const;
const CELL: CellStyle = {
  font: { name: '宋体', size: 10 },
  border: { top: THIN, right: THIN, bottom: THIN, left: THIN },
  alignment: { vertical: 'center', wrapText: true },
};
const BOLD: CellStyle = { ...CELL, font: { name: '黑体', size: 10, bold: true } };

/** Something that the document waits for, and the row of an import file that supplies it. */
export interface Lacking {
  /** The heading above the gap. */
  readonly where: string;
  readonly missing: string;
  readonly file: string;
  /** What the row's first column has to be. */
  readonly name: string;
}

/** 检查报告: every check with its answer, both sides and one sentence; those that failed stand first. What is lacking has a sheet of its own. */
export async function writeCheckReport(
  title: string,
  checks: readonly CheckResult[],
  lacking: readonly Lacking[],
): Promise<Uint8Array> {
  const failed = checks.filter(({ outcome }) => outcome === 'failed');
  const others = checks.filter(({ outcome }) => outcome !== 'failed');
  const lines = [...failed, ...others].map(({ id, outcome, severity, left, right, says }) => [
    id,
    OUTCOMES[outcome],
    SEVERITIES[severity],
    left ?? '',
    right ?? '',
    says,
  ]);
  const missing = lacking.map(({ where, missing: what, file, name }) => [where, what, file, name]);
  const sheets = [
    sheetOf({ name: '检查报告', head: [title, countsOf(checks)], header: HEADER, widths: WIDTHS, lines }),
    sheetOf({ name: '待补充', head: [title, lackingSaid(missing.length)], ...LACKING, lines: missing }),
  ];
  return writeXlsx({ sheets, defaultFont: { name: '宋体', size: 10 } });
}

const LACKING = { header: ['所在位置', '缺什么', '填在哪个文件', '第一列写'], widths: [36, 44, 18, 44] };

const lackingSaid = (count: number): string =>
  count === 0
    ? '文中没有待补充或待核对的内容。'
    : `文中待补充或待核对 ${count} 项（缺的在 Word 中以黄色标出），按下表填好后再导入。`;

interface SheetOfLines {
  readonly name: string;
  readonly head: readonly string[];
  readonly header: readonly string[];
  readonly widths: readonly number[];
  readonly lines: readonly (readonly string[])[];
}

function sheetOf({ name, head, header, widths, lines }: SheetOfLines): WriteSheet {
  const rows = [...head.map((text) => [text]), header, ...lines];
  const cells = new Map(
    rows.flatMap((row, at) =>
      row.map((value, column): [string, { value: string; style: CellStyle }] => [
        `${at},${column}`,
        { value, style: at <= head.length ? BOLD : CELL },
      ]),
    ),
  );
  return {
    name,
    rows: rows.map(() => header.map(() => null)),
    cells,
    columns: widths.map((width) => ({ width })),
    merges: head.map((_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol: header.length - 1 })),
    freezePane: { rows: head.length + 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  };
}

function countsOf(checks: readonly CheckResult[]): string {
  const count = (outcome: CheckResult['outcome']): number => checks.filter((one) => one.outcome === outcome).length;
  const [held, tail, failed, notRun] = (['held', 'tail', 'failed', 'notRun'] as const).map(count);
  return `共 ${checks.length} 项：通过 ${held}，尾数误差 ${tail}，未通过 ${failed}，未执行 ${notRun}。`;
}
