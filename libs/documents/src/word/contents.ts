import {
  AlignmentType,
  type FileChild,
  Footer,
  type ISectionOptions,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
} from 'docx';
import { BODY_SIZE, LINE, type PageKind, pageOf, roomOf, type } from './typography';

/** Something that stands in the document, with what the 目录 and the count of pages need of it. */
export interface Placed {
  readonly page: PageKind;
  readonly children: readonly FileChild[];
  readonly entry?: { readonly title: string; readonly level: number };
  /** It begins a page. */
  readonly opens?: boolean;
  /** Paragraphs of body type, or else a height in points: what it takes of a page. */
  readonly texts?: readonly string[];
  readonly height?: number;
}

/** The 目录 as a field with its entries already in it: also readers that update no fields show it. */
export function contentsOf(runs: readonly (readonly Placed[])[]): ISectionOptions {
  return {
    properties: { type: SectionType.NEXT_PAGE, page: pageOf('text') },
    footers: { default: new Footer({ children: [new Paragraph({ children: [] })] }) },
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: 240 },
        children: [new TextRun({ ...type('title', 22), text: '目　录' })],
      }),
      new TableOfContents('目录', {
        hyperlink: true,
        headingStyleRange: '1-3',
        cachedEntries: entriesOf(runs),
        // Pages are counted here for readers that update no fields; Word and WPS count their own when they open the file.
        beginDirty: true,
      }),
    ],
  };
}

/** Every heading with the page it falls on: type, lines and rows have fixed heights, so that pages can be counted. */
function entriesOf(runs: readonly (readonly Placed[])[]) {
  const entries: { title: string; level: number; page: number }[] = [];
  let page = 0;
  for (const run of runs) {
    page += 1;
    const room = roomOf(run[0]?.page ?? 'text').height;
    let used = 0;
    for (const placed of run) {
      const { entry } = placed;
      if (entry && used + 2 * LINE > room) [page, used] = [page + 1, 0];
      if (entry) entries.push({ ...entry, page });
      used += heightOf(placed);
      page += Math.floor(used / room);
      used %= room;
    }
    if (used === 0) page -= 1;
  }
  return entries;
}

function heightOf({ entry, texts = [], height = 0 }: Placed): number {
  const characters = Math.floor(roomOf('text').width / BODY_SIZE);
  const lines = texts.reduce((sum, text) => sum + Math.max(1, Math.ceil((widthOf(text) + 2) / characters)), 0);
  return height + (lines + (entry ? 1 : 0)) * LINE;
}

/** Width in Chinese characters; figures and Latin letters take half of one. */
const widthOf = (text: string): number => [...text].reduce((sum, each) => sum + (each < '\u0100' ? 0.5 : 1), 0);
