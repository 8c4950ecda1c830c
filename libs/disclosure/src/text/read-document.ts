import type { PrintedTable } from '../tables/printed-table';
import { type Block, inOrder, isHeadedByPart, type PublishedDocument, type TextTable } from './document';

/** A document as a reader has it before them, whether it was just written or read back from a finished file. */
export interface ReadDocument {
  /** As the cover has it, without breaks. */
  readonly title: string;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Every paragraph outside tables and 目录, headings among them, in order. */
  readonly paragraphs: readonly string[];
  /** Rows of cell texts; a place that a merged cell covers is not there. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Entries of the 目录 in order; null where the document has none. */
  readonly contents: readonly string[] | null;
}

/** The reading of a document that was not put into a file yet: it has no 目录. */
export function readingOf({ title, unitName, parts }: PublishedDocument): ReadDocument {
  const headings: { level: number; text: string }[] = [];
  const paragraphs = [title];
  const tables: string[][][] = [];
  const head = (level: number, text: string): void => {
    headings.push({ level, text });
    paragraphs.push(text);
  };
  const show = (level: number, table: PrintedTable, of: string): void => {
    head(level, table.title);
    tables.push(rowsOf(table, of));
  };
  const visit = (block: Block, isHeaded: boolean): void => {
    if (block.kind === 'publicTable') return show(2, block.table, unitName);
    if (block.kind === 'unitTables') {
      head(2, block.unitName);
      return block.tables.forEach((table) => show(3, table, block.unitName));
    }
    if (!isHeaded) head(2, block.section.heading);
    for (const each of inOrder(block.section, block.exhibits)) {
      paragraphs.push(textOf(each));
      if (each.kind === 'textTable') tables.push(cellsOf(each.table));
    }
  };
  for (const part of parts) {
    head(1, part.heading);
    part.blocks.forEach((block) => visit(block, isHeadedByPart(part)));
  }
  return { title, headings, paragraphs, tables, contents: null };
}

const textOf = (each: ReturnType<typeof inOrder>[number]): string => {
  if (each.kind === 'paragraph') return each.paragraph.text;
  return each.kind === 'chart' ? each.chart.title : each.table.title;
};

const cellsOf = ({ header, rows }: TextTable): string[][] => [
  [...header],
  ...rows.map((row) => row.map(({ text }) => text)),
];

/** The rows of a public table as they stand on the page: its number, whose it is, its figures, and what is said below. */
const rowsOf = (
  { printedNumber, unitLine, rows, emptySentence, notes }: PrintedTable,
  unitName: string,
): string[][] => [
  [printedNumber],
  [`${unitLine.unit}${unitName}`, unitLine.money],
  ...rows.map(({ key, label, values }) => [...(/^\d+$/.test(key) ? [key] : []), label, ...values]),
  ...[...(emptySentence === null ? [] : [emptySentence]), ...notes].map((said) => [said]),
];
