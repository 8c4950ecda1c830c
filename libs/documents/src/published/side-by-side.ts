import type { PrintedTable } from '@juesuan/disclosure';
import { type Body, type GridCell, type Print, single } from './grid';

type Row = PrintedTable['rows'][number];

const LABEL_WIDTH = 32;
const NUMBER_WIDTH = 6;
const FIGURE_WIDTH = 14;

/** 收入 on the left, 支出 on the right, each with 行次; both totals stand on the same lines as in the published form. */
export function sideBySide(table: PrintedTable, print: Print): Body {
  const income = split(
    table.rows.filter(({ key }) => key.startsWith('in.')),
    'in.total',
  );
  const spending = split(
    table.rows.filter(({ key }) => key.startsWith('out.')),
    'out.total',
  );
  const right = Math.max(1, ...table.rows.map(({ values }) => values.length));
  const left = aligned(income, spending);
  const other = aligned(spending, income);
  const lines = left.length;
  const cells = [
    ...header(table, right),
    ...left.flatMap((row, index) => side(row, index + 3, 0, index + 1, 1, print)),
    ...other.flatMap((row, index) => side(row, index + 3, 3, lines + index + 1, right, print)),
  ];
  const widths = [LABEL_WIDTH, NUMBER_WIDTH, FIGURE_WIDTH, LABEL_WIDTH, NUMBER_WIDTH];
  return { widths: [...widths, ...figureWidths(right)], cells, headerRows: 3, rows: lines + 3 };
}

const figureWidths = (columns: number): number[] => new Array<number>(columns).fill(FIGURE_WIDTH);

interface Side {
  readonly head: readonly Row[];
  readonly tail: readonly Row[];
}

function split(rows: readonly Row[], from: string): Side {
  const at = rows.findIndex(({ key }) => key === from);
  return { head: rows.slice(0, at), tail: rows.slice(at) };
}

/** Both sides get as many lines: gaps before the totals, and again before 总计. */
function aligned(own: Side, other: Side): (Row | null)[] {
  const gaps = (count: number): null[] => new Array<null>(Math.max(0, count)).fill(null);
  const head = [...own.head, ...gaps(other.head.length - own.head.length)];
  const tail = [...own.tail.slice(0, -1), ...gaps(other.tail.length - own.tail.length), ...own.tail.slice(-1)];
  return [...head, ...tail];
}

function header({ columns }: PrintedTable, right: number): GridCell[] {
  const names = right === 1 ? ['金额'] : columns.slice(0, right);
  return [
    single(0, 0, '收入', 'header', { columnSpan: 3 }),
    single(0, 3, '支出', 'header', { columnSpan: 2 + right }),
    ...['项目', '行次', '金额', '项目', '行次', ...names].map((text, column) => single(1, column, text, 'header')),
    single(2, 0, '栏次', 'header'),
    single(2, 1, '', 'header'),
    single(2, 2, '1', 'header'),
    single(2, 3, '栏次', 'header'),
    single(2, 4, '', 'header'),
    ...names.map((_, index) => single(2, 5 + index, String(index + 2), 'header')),
  ];
}

function side(row: Row | null, at: number, column: number, number: number, figures: number, print: Print): GridCell[] {
  const bold = row !== null && /[tT]otal$/.test(row.key);
  const amounts = Array.from({ length: figures }, (_, index) => {
    const value = row?.values[index];
    const text = value === undefined ? '' : print(value);
    const known = row === null || value === undefined ? {} : { wan: value, of: { row: row.key, column: index } };
    return single(at, column + 2 + index, text, 'figure', { bold, ...known });
  });
  const label = single(at, column, row?.label ?? '', 'label', {
    bold,
    indent: row && row.level > 1 ? row.level - 1 : 0,
  });
  return [label, single(at, column + 1, String(number), 'header'), ...amounts];
}
