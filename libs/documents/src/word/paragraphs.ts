import type { Paragraph as Said } from '@juesuan/disclosure';
import { AlignmentType, Bookmark, HeadingLevel, Paragraph, TextRun } from 'docx';
import { halfWidths } from '../published/grid';
import { POINT, roomOf, type } from './typography';

/** 一、 is a heading of the second level and （一） under it of the third, as official documents number them; a part may number its sections （一） too. What has no heading counts for neither. */
export const levelsOf = (headings: readonly string[]): (2 | 3)[] =>
  headings.map((heading, index) => (isBracketed(heading) && !headings.slice(0, index).every(isBracketed) ? 3 : 2));

const isBracketed = (heading: string): boolean => /^(?:[（(]|$)/.test(heading);

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

/** A heading; one that the 目录 lists has a bookmark there. */
export const headingOf = (text: string, level: 1 | 2 | 3, bookmark: string): Paragraph =>
  level === 1 ? partHeading(text, bookmark) : heading(new TextRun(text), level, bookmark);

/** A heading that has its page to itself, a third down. */
export const dividerOf = (text: string, bookmark: string): Paragraph =>
  partHeading(text, bookmark, { before: (roomOf('text').height / 3) * POINT });

const heading = (run: TextRun, level: 1 | 2 | 3, bookmark: string, spacing?: object): Paragraph =>
  new Paragraph({ heading: LEVELS[level], children: [bookmarked(run, bookmark)], ...(spacing ? { spacing } : {}) });

/** 第一部分 with the unit's name in it stands on one line, if it can still be seen to be a heading. */
const partHeading = (text: string, bookmark: string, spacing?: object): Paragraph =>
  heading(new TextRun({ ...type('title', fitting([text], PART_SIZES)), text }), 1, bookmark, spacing);

const PART_SIZES = [17, 22] as const;

/** How many lines a part's heading takes. */
export const partLines = (text: string): number =>
  Math.ceil((halfWidths(text) * fitting([text], PART_SIZES)) / 2 / roomOf('text').width);

/** The largest type in which none of the lines is wider than the text. */
export function fitting(lines: readonly string[], [least, most]: readonly [number, number]): number {
  const longest = Math.max(1, ...lines.map(halfWidths));
  return Math.max(least, Math.min(most, Math.floor((2 * roomOf('text').width) / longest)));
}

export const bookmarked = (run: TextRun, id: string): Bookmark => new Bookmark({ id, children: [run] });

/** （一）总体情况: a paragraph that is a heading inside its section. */
export const isSubheading = ({ text }: Said): boolean => /^（[一二三四五六七八九十]+）[^。；：]*$/.test(text);

/** A paragraph of the explanation; what someone still has to supply stands on yellow. */
export const bodyOf = (said: Said): Paragraph =>
  new Paragraph({ style: isSubheading(said) ? 'Subheading' : 'Body', children: runsOf(said) });

/** The text in pieces, so that its gaps can be marked. */
export function runsOf({ text, gaps = [] }: Said, run: object = {}): TextRun[] {
  const runs: TextRun[] = [];
  let from = 0;
  for (const { start, length } of gaps.toSorted((a, b) => a.start - b.start)) {
    runs.push(new TextRun({ ...run, text: text.slice(from, start) }));
    runs.push(new TextRun({ ...run, text: text.slice(start, start + length), highlight: 'yellow' }));
    from = start + length;
  }
  return [...runs, new TextRun({ ...run, text: text.slice(from) })];
}

export const centred = (text: string, run: object, spacing: object = {}, keepNext = false): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing, keepNext, children: [new TextRun({ ...run, text })] });

/** An empty line. */
export const space = (): Paragraph => new Paragraph({ children: [] });
