import type { Fen } from '@juesuan/kernel';
import type { PrintedTable } from '../tables/printed-table';
import { sourceAt } from './sources';

/** A printed figure of a paragraph and where it comes from, as `juesuan why` understands it (see sources.ts). */
export interface Figure {
  readonly text: string;
  readonly source: string;
  /** Where in the paragraph's text the figure begins. */
  readonly start: number;
}

/** Words that someone still has to supply, standing visibly in the text. */
export interface Gap {
  /** Where in the paragraph's text the mark begins, and its length. */
  readonly start: number;
  readonly length: number;
  /** What is missing, as a work list says it. */
  readonly missing: string;
  /** The explanation that fills it (ExplanationRevised); none where a figure or fact is missing. */
  readonly key?: string;
  /** The addresses of the facts that fill it (`disclosure:会议次数`, `prior:account/公务接待费`); none where words do. */
  readonly facts?: readonly string[];
}

/** One paragraph of the document; `key` names it for an officer's own wording (ExplanationRevised). */
export interface Paragraph {
  readonly key: string;
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly gaps?: readonly Gap[];
  /** Why an officer's own wording needs another look: its direction words are no longer the account's. */
  readonly stale?: string;
}

/** A headed part of the explanation. */
export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
}

/** A small table of words and figures inside the text, such as 绩效自评; the nine tables are PrintedTable. */
export interface TextTable {
  readonly key: string;
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Paragraph[])[];
}

/** A chart of the account; every value is a figure with its source, as in a sentence. */
export interface Chart {
  readonly key: string;
  /** 图1 收、支决算总计变动情况 */
  readonly title: string;
  readonly form: 'bar' | 'pie';
  readonly points: readonly ChartPoint[];
}

/** One bar or slice; a slice has its share of the whole too. */
export interface ChartPoint {
  readonly name: string;
  readonly fen: Fen;
  readonly figure: Figure;
  readonly share: Figure | null;
}

/** What stands between a section's paragraphs: after the one with the key, or at the section's end where there is none such. */
export type Exhibit = { readonly after: string } & (
  { readonly kind: 'textTable'; readonly table: TextTable } | { readonly kind: 'chart'; readonly chart: Chart }
);

/** What stands one under the other in a part of the document. */
export type Block =
  | { readonly kind: 'section'; readonly section: Section; readonly exhibits: readonly Exhibit[] }
  | { readonly kind: 'publicTable'; readonly table: PrintedTable }
  | { readonly kind: 'unitTables'; readonly unitName: string; readonly tables: readonly PrintedTable[] };

/** A section's paragraphs and exhibits as they follow each other. */
export function inOrder(
  { paragraphs }: Section,
  exhibits: readonly Exhibit[],
): (Exhibit | { readonly kind: 'paragraph'; readonly paragraph: Paragraph })[] {
  const placed = new Set(paragraphs.map(({ key }) => key));
  return [
    ...paragraphs.flatMap((paragraph) => [
      { kind: 'paragraph' as const, paragraph },
      ...exhibits.filter(({ after }) => after === paragraph.key),
    ]),
    ...exhibits.filter(({ after }) => !placed.has(after)),
  ];
}

/** Whether the part's own heading says already what its only section is: 第四部分 名词解释 needs no 名词解释 under it. */
export const isHeadedByPart = ({ heading, blocks }: Part): boolean => {
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === 'section' && heading.endsWith(only.section.heading);
};

/** 第一部分, 第二部分 …: what the 目录 lists first. */
export interface Part {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** The whole disclosure as it is published, in order; a file format adds only type and pages. */
export interface PublishedDocument {
  /** 〔单位〕2023年度部门决算 */
  readonly title: string;
  readonly unitName: string;
  readonly year: number;
  readonly parts: readonly Part[];
  /** null where the document was not put into a file. */
  readonly colophon: Colophon | null;
}

/** The last page: which events the document was computed from, with the chains of its units where they are few. */
export interface Colophon {
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
  readonly chains: readonly { readonly unit: string; readonly head: string }[];
}

const BEGIN = '\uE000';
const BETWEEN = '\uE001';
const END = '\uE002';
const GAP = '\uE003';
const KEY = '\uE004';
const MARKS = /[\uE000-\uE004]/g;
const MARKED = /([\uE000\uE003])([^\uE001]*)\uE001([^\uE002]*)\uE002/;

/** A figure that carries its source through the wordings it is put into. Private-use characters stand in no wording. */
export const marked = (text: string, source: string): string =>
  `${BEGIN}${withoutMarks(source)}${BETWEEN}${text}${END}`;

/** A visible gap, such as （原因待补充）, that carries what is missing and what would fill it: the key of a text, or addresses of facts. */
export const gapMark = (text: string, missing: string, ...fills: readonly string[]): string =>
  `${GAP}${[missing, ...fills].map(withoutMarks).join(KEY)}${BETWEEN}${text}${END}`;

/** Text of people, made safe to stand beside marked figures. */
export const withoutMarks = (text: string): string => text.replace(MARKS, '');

/** The text as it is printed, with the places of its figures and gaps. */
export function readMarks(marks: string): { text: string; figures: Figure[]; gaps?: Gap[] } {
  const pieces = marks.split(MARKED);
  const figures: Figure[] = [];
  const gaps: Gap[] = [];
  let text = pieces[0] ?? '';
  // Split by a pattern with three groups: prose, then mark, source and printed text, then prose again.
  for (let at = 1; at < pieces.length; at += 4) {
    const [mark, source = '', printed = '', prose = ''] = pieces.slice(at, at + 4);
    if (mark === BEGIN) figures.push({ text: printed, source, start: text.length });
    else gaps.push(gapAt(text.length, printed.length, source));
    text += printed + prose;
  }
  return gaps.length === 0 ? { text, figures } : { text, figures, gaps };
}

function gapAt(start: number, length: number, carried: string): Gap {
  const [missing = '', ...fills] = carried.split(KEY);
  const [key] = fills.filter((fill) => sourceAt(fill) === null);
  if (key !== undefined) return { start, length, missing, key };
  return { start, length, missing, ...(fills.length === 0 ? {} : { facts: fills }) };
}
