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

/** 检查报告: every check with its answer, both sides and one sentence; those that failed stand first. */
export async function writeCheckReport(title: string, checks: readonly CheckResult[]): Promise<Uint8Array> {
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
  const rows = [[title], [countsOf(checks)], HEADER, ...lines];
  const cells = new Map(
    rows.flatMap((row, at) =>
      row.map((value, column): [string, { value: string; style: CellStyle }] => [
        `${at},${column}`,
        { value, style: at < 3 ? BOLD : CELL },
      ]),
    ),
  );
  return writeXlsx({ sheets: [sheetOf(rows, cells)], defaultFont: { name: '宋体', size: 10 } });
}

function sheetOf(rows: readonly string[][], cells: NonNullable<WriteSheet['cells']>): WriteSheet {
  return {
    name: '检查报告',
    rows: rows.map(() => HEADER.map(() => null)),
    cells,
    columns: WIDTHS.map((width) => ({ width })),
    merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: HEADER.length - 1 })),
    freezePane: { rows: 3 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  };
}

function countsOf(checks: readonly CheckResult[]): string {
  const count = (outcome: CheckResult['outcome']): number => checks.filter((one) => one.outcome === outcome).length;
  const [held, tail, failed, notRun] = (['held', 'tail', 'failed', 'notRun'] as const).map(count);
  return `共 ${checks.length} 项：通过 ${held}，尾数误差 ${tail}，未通过 ${failed}，未执行 ${notRun}。`;
}
