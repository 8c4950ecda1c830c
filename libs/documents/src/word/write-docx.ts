import {
  type Block,
  type Chart,
  type Exhibit,
  inOrder,
  isHeadedByPart,
  type PublishedDocument,
  type Profile,
} from '@juesuan/disclosure';
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
  const placed = document.parts.flatMap((part) => [
    { page: 'text' as const, ...headed(part.heading, 1), opens: true },
    ...part.blocks.flatMap((block) => placedOf(block, isHeadedByPart(part), writing)),
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

function placedOf(block: Block, isHeaded: boolean, writing: Writing): Placed[] {
  if (block.kind === 'publicTable') return [publicTable(block.table, writing)];
  const { heading } = block.section;
  return [
    ...(isHeaded ? [] : [{ page: 'text' as const, ...headed(heading, levelOf(heading)) }]),
    ...inOrder(block.section, block.exhibits).map((each): Placed => {
      if (each.kind !== 'paragraph') return exhibit(each, writing);
      return { page: 'text', children: [bodyOf(each.paragraph)], texts: [each.paragraph.text] };
    }),
  ];
}

/** A table's caption stands above it, a chart's below. */
function exhibit(shown: Exhibit, { pictures }: Writing): Placed {
  if (shown.kind === 'textTable') {
    return { page: 'text', children: [caption(shown.table.title, true), smallTable(shown.table), space()] };
  }
  const { chart } = shown;
  const picture = pictures.get(chart.key);
  if (!picture)
    return { page: 'text', children: [caption(chart.title, true), smallTable(tableOfChart(chart)), space()] };
  return {
    page: 'text',
    children: [pictureOf(picture, chart), caption(chart.title)],
    height: heightOf(picture) + LINE,
  };
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

/** A caption above what it names stays on its page. */
const caption = (text: string, isAbove = false): Paragraph =>
  centred(text, type('heading', 12), { before: isAbove ? 6 * POINT : 0, after: 6 * POINT }, isAbove);
const space = (): Paragraph => new Paragraph({ children: [] });

const heightOf = ({ width, height }: Picture): number => (roomOf('text').width * height) / width;

/** A picture is as tall as it is, whatever line height the body has; it is read aloud as its numbers. */
function pictureOf(picture: Picture, chart: Chart): Paragraph {
  const points = chart.points.map(
    ({ name, figure, share }) => `${name}${figure.text}万元${share ? `，占${share.text}%` : ''}`,
  );
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'png',
        data: picture.png,
        transformation: { width: inPixels(roomOf('text').width), height: inPixels(heightOf(picture)) },
        altText: { name: chart.key, title: chart.title, description: `${chart.title}：${points.join('；')}。` },
      }),
    ],
  });
}

const inPixels = (points: number): number => Math.round((points * 96) / 72);

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
