import {
  AlignmentType,
  type FileChild,
  Footer,
  InternalHyperlink,
  type ISectionOptions,
  Paragraph,
  SectionType,
  SimpleField,
  Tab,
  TableOfContents,
  TextRun,
} from 'docx';
import { halfWidths } from '../published/grid';
import { type Flow, Pages } from './pages';
import { type PageKind, pageOf, roomOf, type } from './typography';

/** Something that stands in the document, with what the 目录 and the count of pages need of it. */
export interface Placed {
  readonly page: PageKind;
  readonly children: readonly FileChild[];
  /** A heading that the 目录 lists; `bookmark` names its place. */
  readonly entry?: { readonly title: string; readonly level: 1 | 2; readonly bookmark: string };
  /** It begins a page. */
  readonly opens?: boolean;
  readonly flow: readonly Flow[];
}

/**
 * How page numbers come into the 目录. `field`: a 目录 that Word and WPS bring up to date, with pages counted here until they do.
 * `references`: each number asks for the page of its heading, for a program that prints at once.
 */
export type ContentsForm = 'field' | 'references';

export function contentsOf(runs: readonly (readonly Placed[])[], form: ContentsForm): ISectionOptions {
  const entries = entriesOf(runs);
  const list = { hyperlink: true, headingStyleRange: '1-2', contentChildren: entries, beginDirty: true };
  return {
    properties: { type: SectionType.NEXT_PAGE, page: pageOf('text') },
    footers: { default: new Footer({ children: [new Paragraph({ children: [] })] }) },
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: 240 },
        children: [new TextRun({ ...type('title', 22), text: '目　录' })],
      }),
      ...(form === 'field' ? [new TableOfContents('目录', list)] : entries),
    ],
  };
}

/** How many lines the 目录 has, set in type of a size: a long name takes two. */
export const linesOfContents = (runs: readonly (readonly Placed[])[], size: number): number =>
  runs
    .flat()
    .flatMap(({ entry }) => entry ?? [])
    .reduce((lines, { title }) => lines + Math.ceil((halfWidths(`${title}…00`) * size) / 2 / roomOf('text').width), 0);

function entriesOf(runs: readonly (readonly Placed[])[]): Paragraph[] {
  const entries: Paragraph[] = [];
  let page = 0;
  for (const run of runs) {
    const pages = new Pages(run[0]?.page ?? 'text', page + 1);
    const flows = run.flatMap(({ flow }) => flow);
    let at = 0;
    for (const { flow, entry } of run) {
      const [first = pages.page] = flow.map((each) => pages.place(each, flows.slice((at += 1))));
      if (entry) entries.push(entryOf(entry, first));
    }
    page = pages.page;
  }
  return entries;
}

const entryOf = ({ title, level, bookmark }: NonNullable<Placed['entry']>, page: number): Paragraph =>
  new Paragraph({
    style: `TOC${level}`,
    children: [
      new InternalHyperlink({
        anchor: bookmark,
        children: [
          new TextRun({ children: [title, new Tab()] }),
          new SimpleField(`PAGEREF ${bookmark} \\h`, String(page)),
        ],
      }),
    ],
  });
