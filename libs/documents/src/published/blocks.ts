import type { PrintedTable } from '@juesuan/disclosure';
import { type Body, type GridCell, labelWidth, type Print, single } from './grid';

type Row = PrintedTable['rows'][number];

/** Whatever class is added to the code book stands in the third. */
const BLOCKS = [/^30[13]/, /^302/, /^(?!30[123])\d/];
const CODE_WIDTH = 9;
/** Names decide their column's width between these. */
const LABEL_WIDTHS = [20, 42] as const;
const FIGURE_WIDTH = 13;

/** Table 06 in three blocks beside each other: 301 and 303, 302, and the capital, interest and other classes; both sums below. */
export function blocks(table: PrintedTable, print: Print): Body {
  const columns = BLOCKS.map((pattern) => table.rows.filter(({ key }) => pattern.test(key)));
  const lines = Math.max(...columns.map((rows) => rows.length));
  const cells = [
    single(0, 0, '人员经费', 'header', { columnSpan: 3 }),
    single(0, 3, '公用经费', 'header', { columnSpan: 6 }),
    ...BLOCKS.flatMap((_, block) =>
      ['科目编码', '科目名称', '决算数'].map((text, index) => single(1, block * 3 + index, text, 'header')),
    ),
    ...columns.flatMap((rows, block) =>
      Array.from({ length: lines }, (_, index) => line(rows[index], index + 2, block * 3, print)).flat(),
    ),
    ...sums(table.rows, lines + 2, print),
  ];
  const widths = BLOCKS.flatMap((_, block) => [
    CODE_WIDTH,
    labelWidth(cells, block * 3 + 1, LABEL_WIDTHS),
    FIGURE_WIDTH,
  ]);
  return { widths, cells, headerRows: 2, rows: lines + 3 };
}

function line(row: Row | undefined, at: number, column: number, print: Print): GridCell[] {
  const bold = row?.key.length === 3;
  return [
    single(at, column, row?.key ?? '', 'code', { bold }),
    single(at, column + 1, row?.label ?? '', 'label', { bold, indent: bold ? 0 : 1 }),
    single(at, column + 2, row ? print(row.values[0] ?? '') : '', 'figure', {
      bold,
      ...(row ? { wan: row.values[0] ?? '', of: { row: row.key, column: 0 } } : {}),
    }),
  ];
}

function sums(rows: readonly Row[], at: number, print: Print): GridCell[] {
  const sum = (key: string, column: number, labelSpan: number): GridCell[] => {
    const row = rows.find((one) => one.key === key);
    return [
      single(at, column, row?.label ?? '', 'header', { columnSpan: labelSpan, bold: true }),
      single(at, column + labelSpan, print(row?.values[0] ?? '0.00'), 'figure', {
        bold: true,
        wan: row?.values[0] ?? '0.00',
        of: { row: key, column: 0 },
      }),
    ];
  };
  return [...sum('personnel', 0, 2), ...sum('publicUse', 3, 5)];
}
