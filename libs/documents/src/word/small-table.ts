import type { Chart, Paragraph as Said, TextTable } from '@juesuan/disclosure';
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { runsOf } from './paragraphs';
import { POINT, roomOf, type } from './typography';

const SIZE = 10.5;
const LINE = 15;

/** A small table inside the text: its header repeats, figures stand to the right. */
export function smallTable({ header, rows }: Pick<TextTable, 'header' | 'rows'>): Table {
  const width = roomOf('text').width * POINT;
  const columnWidths = header.map(() => Math.floor(width / header.length));
  const head = header.map((text) => ({ key: '', text, figures: [] }));
  return new Table({
    width: { size: Math.floor(width), type: WidthType.DXA },
    columnWidths,
    rows: [rowOf(head, true), ...rows.map((cells) => rowOf(cells, false))],
  });
}

const rowOf = (cells: readonly Said[], isHeader: boolean): TableRow =>
  new TableRow({
    tableHeader: isHeader,
    cantSplit: true,
    children: cells.map(
      (said) =>
        new TableCell({
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
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
export const tableOfChart = ({ key, points }: Chart): Pick<TextTable, 'header' | 'rows'> => ({
  header: ['项目', '金额'],
  rows: points.map(({ name, figure }) => [
    { key, text: name, figures: [] },
    { key, text: figure.text, figures: [figure] },
  ]),
});
