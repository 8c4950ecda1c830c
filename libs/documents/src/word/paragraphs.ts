import type { Paragraph as Said } from '@juesuan/disclosure';
import { AlignmentType, Bookmark, HeadingLevel, Paragraph, TextRun } from 'docx';
import { POINT, roomOf } from './typography';

/** 一、 is a heading of the second level and （一） of the third, as official documents number them. */
export const levelOf = (heading: string): 2 | 3 => (/^[（(]/.test(heading) ? 3 : 2);

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

/** A heading; one that the 目录 lists has a bookmark there. */
export const headingOf = (text: string, level: 1 | 2 | 3, bookmark: string): Paragraph =>
  new Paragraph({ heading: LEVELS[level], children: [bookmarked(new TextRun(text), bookmark)] });

/** A heading that has its page to itself, a third down. */
export const dividerOf = (text: string, bookmark: string): Paragraph =>
  new Paragraph({
    heading: LEVELS[1],
    spacing: { before: (roomOf('text').height / 3) * POINT },
    children: [bookmarked(new TextRun(text), bookmark)],
  });

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
