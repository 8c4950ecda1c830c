import type { Block, PublishedDocument, Profile } from '@juesuan/disclosure';
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  ImageRun,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { Picture } from '../charts/draw';
import { layOut } from '../published/layout';
import { contentsOf, type Placed } from './contents';
import { settingOf, tableOf } from './grid-table';
import { bodyOf, centred, headingOf, levelOf, runsOf } from './paragraphs';
import { smallTable, tableOfChart } from './small-table';
import { LINE, type PageKind, pageOf, POINT, roomOf, STYLES, type } from './typography';

/** What a document is written from. A chart without a picture is printed as a table of its numbers. */
export interface Writing {
  readonly document: PublishedDocument;
  readonly profile: Profile;
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** The document as it is published: cover, 目录, the parts with their tables, and where the account comes from. */
export async function writeDocx(writing: Writing): Promise<Uint8Array> {
  const { document } = writing;
  const placed = document.parts.flatMap(({ heading, blocks }) => [
    { page: 'text' as const, ...headed(heading, 1), opens: true },
    ...blocks.map((block) => blockOf(block, writing)),
  ]);
  const runs = inRuns(placed);
  const file = new Document({
    title: document.title,
    creator: document.unitName,
    styles: STYLES,
    sections: [coverOf(document), contentsOf(runs), ...runs.map(sectionOf), colophonOf(document)],
  });
  return Packer.toBuffer(file);
}

const headed = (text: string, level: 1 | 2 | 3) => ({
  entry: { title: text, level },
  children: [headingOf(text, level)] as FileChild[],
});

function blockOf(block: Block, writing: Writing): Placed {
  if (block.kind === 'section') {
    const { heading, paragraphs } = block.section;
    const head = headed(heading, levelOf(heading));
    const texts = paragraphs.map(({ text }) => text);
    return { page: 'text', entry: head.entry, children: [...head.children, ...paragraphs.map(bodyOf)], texts };
  }
  if (block.kind === 'publicTable') return publicTable(block.table, writing);
  if (block.kind === 'textTable') {
    return { page: 'text', children: [caption(block.table.title), smallTable(block.table), space()] };
  }
  const picture = writing.pictures.get(block.chart.key);
  const shown = picture ? pictureOf(picture) : smallTable(tableOfChart(block.chart));
  return { page: 'text', children: [caption(block.chart.title), shown, space()], height: picture ? 280 : 0 };
}

function publicTable(table: Parameters<typeof layOut>[0], { document, profile }: Writing): Placed {
  const grid = layOut(table, profile, document.unitName);
  const setting = settingOf(grid);
  return {
    page: setting.page,
    opens: true,
    entry: { title: `${table.printedNumber} ${table.title}`, level: 2 },
    children: [tableTitle(table), tableOf(grid, setting)],
    height: grid.rows * setting.row,
  };
}

const tableTitle = ({ title }: { title: string }): FileChild =>
  new Paragraph({
    heading: 'Heading2',
    alignment: AlignmentType.CENTER,
    indent: { firstLine: 0, firstLineChars: 0 },
    children: [new TextRun({ ...type('heading', 16), text: title })],
  });

/** A caption stays on the page of what it names. */
const caption = (text: string): Paragraph => centred(text, type('heading', 12), { before: 6 * POINT }, true);
const space = (): Paragraph => new Paragraph({ children: [] });

/** A picture is as tall as it is, whatever line height the body has. */
function pictureOf({ png, width, height }: Picture): Paragraph {
  const shownWidth = (roomOf('text').width * 96) / 72;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: shownWidth, height: (shownWidth * height) / width },
      }),
    ],
  });
}

/** Blocks that follow each other on the same kind of page are one section; a public table begins a page. */
function inRuns(placed: readonly Placed[]): Placed[][] {
  const runs: Placed[][] = [];
  for (const each of placed) {
    const run = runs.at(-1);
    if (run && run[0]?.page === each.page && !each.opens) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

function sectionOf(run: readonly Placed[], index: number): ISectionOptions {
  const kind: PageKind = run[0]?.page ?? 'text';
  const page = { ...pageOf(kind), ...(index === 0 ? { pageNumbers: { start: 1 } } : {}) };
  return {
    properties: { type: SectionType.NEXT_PAGE, page },
    footers: { default: footer() },
    children: run.flatMap(({ children }) => children),
  };
}

/** — 1 —, as GB/T 9704 numbers pages. */
const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ ...type('table', 14), children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });

const unnumbered = () => ({ default: new Footer({ children: [space()] }) });

/** The title in two lines where it begins with the unit's name, as covers have it. */
function coverOf({ title, unitName }: PublishedDocument): ISectionOptions {
  const bare = title.replace(`〔${unitName}〕`, unitName);
  const lines = bare.startsWith(unitName) ? [unitName, bare.slice(unitName.length)] : [bare];
  const spacing = { line: 48 * POINT, lineRule: LineRuleType.EXACT };
  return {
    properties: { page: pageOf('text') },
    footers: unnumbered(),
    children: [
      ...Array.from({ length: 6 }, space),
      ...lines.map((line) => centred(line, type('title', line.length > 16 ? 26 : 32), spacing)),
    ],
  };
}

function colophonOf({ colophon }: PublishedDocument): ISectionOptions {
  return {
    properties: { type: SectionType.NEXT_PAGE, page: pageOf('text') },
    footers: { default: footer() },
    children: colophon.map(
      (said) =>
        new Paragraph({
          spacing: { line: (LINE - 6) * POINT, lineRule: LineRuleType.EXACT },
          children: runsOf(said, type('table', 12)),
        }),
    ),
  };
}
