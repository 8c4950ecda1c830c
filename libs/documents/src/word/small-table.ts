import type { Chart, Paragraph as Said, TextTable } from '@juesuan/disclosure';
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { halfWidths } from '../published/grid';
import { runsOf } from './paragraphs';
import { POINT, roomOf, type } from './typography';

const SIZE = 10.5;
const LINE = 15;

/** What a small table is made of, whatever stands above it. */
export type SmallTable = Pick<TextTable, 'header' | 'rows'>;

/** No column is narrower than a word, and none so wide that the others starve. */
const NARROWEST = 8;
const WIDEST = 36;

/** A small table inside the text: its header repeats, figures stand to the right, columns are as wide as what stands in them. */
export function smallTable(table: SmallTable): Table {
  const isKept = heightOfTable(table) < UNDIVIDED * roomOf('text').height;
  const head = table.header.map((text) => ({ key: '', text, figures: [] }));
  return new Table({
    width: { size: Math.floor(roomOf('text').width * POINT), type: WidthType.DXA },
    columnWidths: widthsOf(table).map((width) => Math.floor(width * POINT)),
    layout: TableLayoutType.FIXED,
    margins: { left: 4 * POINT, right: 4 * POINT },
    rows: [
      rowOf(head, true, isKept),
      ...table.rows.map((cells, index) => rowOf(cells, false, isKept && index < table.rows.length - 1)),
    ],
  });
}

/** A table that takes less of a page than this is not divided. */
const UNDIVIDED = 0.5;

/** In points; together they are as wide as the text. */
function widthsOf({ header, rows }: SmallTable): number[] {
  const wanted = header.map((title, column) => {
    const longest = Math.max(halfWidths(title), ...rows.map((cells) => halfWidths(cells[column]?.text ?? '')));
    return Math.min(WIDEST, Math.max(NARROWEST, longest)) + 2;
  });
  const whole = wanted.reduce((sum, one) => sum + one, 0);
  return wanted.map((width) => (width * roomOf('text').width) / whole);
}

/** Its height in points, as far as it can be told from the lengths of its texts. */
export function heightOfTable(table: SmallTable): number {
  const widths = widthsOf(table);
  const lines = (text: string, column: number): number =>
    Math.max(1, Math.ceil((halfWidths(text) * SIZE) / 2 / ((widths[column] ?? 1) - 2 * 4)));
  const rows = [table.header, ...table.rows.map((cells) => cells.map(({ text }) => text))];
  return rows.reduce((sum, cells) => sum + LINE * Math.max(1, ...cells.map(lines)), 0);
}

const rowOf = (cells: readonly Said[], isHeader: boolean, keepNext: boolean): TableRow =>
  new TableRow({
    tableHeader: isHeader,
    cantSplit: true,
    children: cells.map(
      (said) =>
        new TableCell({
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              keepNext,
              alignment: isHeader ? AlignmentType.CENTER : isFigure(said) ? AlignmentType.RIGHT : AlignmentType.LEFT,
              indent: { firstLine: 0 },
              spacing: { line: LINE * POINT, lineRule: LineRuleType.AT_LEAST },
              children: runsOf(said, type('table', SIZE, isHeader)),
            }),
          ],
        }),
    ),
  });

const isFigure = ({ text }: Said): boolean => /^-?[\d,.]+%?$/.test(text);

/** The numbers of a chart as a table, where a picture cannot be drawn. */
export const tableOfChart = ({ key, points }: Chart): SmallTable => ({
  header: ['项目', '金额'],
  rows: points.map(({ name, figure }) => [
    { key, text: name, figures: [] },
    { key, text: figure.text, figures: [figure] },
  ]),
});
