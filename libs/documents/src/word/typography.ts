import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IRunOptions,
  type IStylesOptions,
  LeaderType,
  LineRuleType,
  TabStopType,
} from 'docx';
import { type FontName, FONTS } from './fonts';

/** Twentieths of a point, Word's unit of length; half-points are its unit of type size. */
export const POINT = 20;
const HALF_POINTS = 2;
const MILLIMETRE = 56.7;

/** 三号, the body of an official document (GB/T 9704). */
export const BODY_SIZE = 16;
export const LINE = 28;
const A4 = { width: Math.round(210 * MILLIMETRE), height: Math.round(297 * MILLIMETRE) };

/** GB/T 9704: 37 mm above, 28 mm at the binding edge; 156 × 225 mm remain for the text. */
const TEXT_MARGINS = { top: 37, right: 26, bottom: 35, left: 28 };
/** Tables of many columns take more of the page. */
const TABLE_MARGINS = { top: 20, right: 15, bottom: 18, left: 15 };

export type PageKind = 'text' | 'portraitTable' | 'landscapeTable';

/** Room inside the margins, in points. */
export function roomOf(kind: PageKind): { width: number; height: number } {
  const { top, right, bottom, left } = kind === 'text' ? TEXT_MARGINS : TABLE_MARGINS;
  const [width, height] = kind === 'landscapeTable' ? [297, 210] : [210, 297];
  const points = (millimetres: number): number => (millimetres * MILLIMETRE) / POINT;
  return { width: points(width - left - right), height: points(height - top - bottom) };
}

/** The page of a section of the document. The writer turns width and height itself for landscape. */
export function pageOf(kind: PageKind) {
  const margins = Object.entries(kind === 'text' ? TEXT_MARGINS : TABLE_MARGINS);
  const twips = margins.map(([side, size]): [string, number] => [side, Math.round(size * MILLIMETRE)]);
  const orientation = kind === 'landscapeTable' ? ('landscape' as const) : ('portrait' as const);
  return { size: { ...A4, orientation }, margin: { ...Object.fromEntries(twips), footer: 600 } };
}

const LATIN = 'Times New Roman';

/** Type of one purpose and size in points. */
export function type(name: FontName, size: number, bold = false): IRunOptions {
  const eastAsia = FONTS[name].name;
  return { font: { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia }, size: Math.round(size * HALF_POINTS), bold };
}

const exactly = (points: number) => ({ line: points * POINT, lineRule: LineRuleType.EXACT });
const INDENT = { firstLineChars: 200, firstLine: 2 * BODY_SIZE * POINT };

const heading = (font: FontName, size: number, centred: boolean) => ({
  run: { ...type(font, size), color: '000000' },
  paragraph: {
    spacing: { ...exactly(centred ? LINE * 2 : LINE), before: 0, after: 0 },
    keepNext: true,
    ...(centred ? { alignment: AlignmentType.CENTER } : { indent: INDENT }),
  },
});

const contents = (level: number, { line, size }: ContentsLine) => ({
  id: `TOC${level}`,
  name: `toc ${level}`,
  basedOn: 'Normal',
  run: type(level === 1 ? 'heading' : 'body', size),
  paragraph: {
    indent: { left: (level - 1) * size * POINT, firstLine: 0 },
    spacing: exactly(line),
    // The writer of entries sets one past the margin, where a figure of one digit would not be seen.
    tabStops: [{ type: TabStopType.RIGHT, position: roomOf('text').width * POINT, leader: LeaderType.DOT }],
  },
});

/** Heights of the lines of the 目录: as many as make it one page, if they can still be read. */
const LOOSE = 26;
const TIGHT = 14;
/** Its title, and three empty lines: where its field begins, where it ends, and where its section does. */
const CONTENTS_HEAD = LINE + 12 + 3 * LINE;
/** 四号 while its lines have room, 小四 where they stand close. */
const SIZES = { loose: 14, close: 12 };
const CLOSE = 20;

interface ContentsLine {
  readonly line: number;
  readonly size: number;
}

/** How many lines the entries of the 目录 take in a size. */
type LinesAt = (size: number) => number;

/** The loosest setting that takes one page. */
export function contentsLine(linesAt: LinesAt): ContentsLine {
  const height = (size: number): number => (roomOf('text').height - CONTENTS_HEAD) / Math.max(1, linesAt(size));
  const [loose, close] = [height(SIZES.loose), height(SIZES.close)];
  if (loose >= CLOSE) return { line: Math.min(LOOSE, Math.floor(loose)), size: SIZES.loose };
  return close >= TIGHT ? { line: Math.floor(close), size: SIZES.close } : { line: LOOSE, size: SIZES.loose };
}

/** Styles that Word shows in its gallery: an officer who adds a paragraph gets the same type. */
export const stylesOf = (linesAt: LinesAt, cells: readonly IParagraphStyleOptions[]): IStylesOptions => ({
  default: {
    document: {
      // Readers choose the forms of characters that Chinese and Japanese share by the language.
      run: { ...type('body', BODY_SIZE), language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exactly(LINE) },
    },
    heading1: heading('title', 22, true),
    heading2: heading('heading', BODY_SIZE, false),
    heading3: heading('subheading', BODY_SIZE, false),
  },
  paragraphStyles: [
    {
      id: 'Body',
      name: '正文段落',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: INDENT, alignment: AlignmentType.BOTH },
    },
    {
      id: 'Subheading',
      name: '小标题',
      basedOn: 'Normal',
      quickFormat: true,
      ...heading('subheading', BODY_SIZE, false),
    },
    ...[1, 2].map((level) => contents(level, contentsLine(linesAt))),
    ...cells,
  ],
});
