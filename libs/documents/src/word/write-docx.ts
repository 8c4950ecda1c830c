import {
  type Block,
  type Chart,
  type Colophon,
  type Exhibit,
  inOrder,
  isHeadedByPart,
  type Part,
  type PublishedDocument,
  type Profile,
} from '@juesuan/disclosure';
import {
  AlignmentType,
  Document,
  Footer,
  ImageRun,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { Picture } from '../charts/draw';
import { CellStyles } from './cell-styles';
import { type ContentsForm, contentsOf, linesOfContents, type Placed } from './contents';
import { fontTable } from './fonts';
import { linesOf } from './pages';
import {
  bodyOf,
  centred,
  dividerOf,
  fitting,
  headingOf,
  isSubheading,
  levelsOf,
  partLines,
  runsOf,
  space,
} from './paragraphs';
import { publicTable, sharingPages, type TableSetting, unitTables } from './public-tables';
import { heightOfTable, smallTable, tableOfChart } from './small-table';
import { LINE, type PageKind, pageOf, POINT, roomOf, stylesOf, type } from './typography';

/** What a document is written from. A chart without a picture is printed as a table of its numbers. */
export interface Writing {
  readonly document: PublishedDocument;
  readonly profile: Profile;
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** The document as it is published: cover, 目录, the parts with their tables, and where the account comes from. */
export async function writeDocx(writing: Writing, contents: ContentsForm = 'field'): Promise<Uint8Array> {
  const { document } = writing;
  const cells = new CellStyles();
  const setting = { ...writing, unitName: document.unitName, cells };
  const runs = inRuns(document.parts.flatMap((part, index) => partOf(part, `_Toc${index + 1}`, setting)));
  const ending = document.colophon === null ? [] : [colophonOf(document.colophon)];
  const file = new Document({
    title: document.title,
    creator: document.unitName,
    styles: stylesOf((size) => linesOfContents(runs, size), cells.all),
    sections: [coverOf(document), contentsOf(runs, contents), ...runs.map(sectionOf), ...ending],
  });
  return Packer.toBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]);
}

/** What the parts are set with. */
type PartSetting = TableSetting & Pick<Writing, 'pictures'>;

function partOf(part: Part, bookmark: string, setting: PartSetting): Placed[] {
  const levels = levelsOf(part.blocks.map((block) => (block.kind === 'section' ? block.section.heading : '')));
  const placed = part.blocks.flatMap((block, index) => {
    const level = isHeadedByPart(part) ? null : (levels[index] ?? 2);
    return placedOf(block, { level, bookmark: `${bookmark}_${index + 1}` }, setting);
  });
  return [openingOf(part, bookmark), ...sharingPages(placed)];
}

/** A part begins a page; before tables, which have pages of their own, its heading stands alone on it. */
function openingOf({ heading, blocks: [first] }: Part, bookmark: string): Placed {
  const opening = { ...headed(heading, 1, bookmark), opens: true };
  const isDivider = first !== undefined && first.kind !== 'section';
  return isDivider ? { ...opening, children: [dividerOf(heading, bookmark)] } : opening;
}

/** A heading of the text; those inside a section are not listed in the 目录. */
const headed = (text: string, level: 1 | 2 | 3, bookmark: string): Placed => ({
  page: 'text',
  ...(level === 3 ? {} : { entry: { title: text, level, bookmark } }),
  children: [headingOf(text, level, bookmark)],
  flow: [{ height: level === 1 ? 2 * LINE * partLines(text) : LINE, keepNext: true }],
});

/** `level` is that of a section's heading; null where its part's heading says it. */
type Place = { readonly level: 2 | 3 | null; readonly bookmark: string };

function placedOf(block: Block, { level, bookmark }: Place, setting: PartSetting): Placed[] {
  if (block.kind === 'publicTable') return [publicTable(block.table, bookmark, setting)];
  if (block.kind === 'unitTables') return unitTables(block, bookmark, setting);
  const { heading } = block.section;
  return [
    ...(level === null ? [] : [headed(heading, level, bookmark)]),
    ...inOrder(block.section, block.exhibits).map((each): Placed => {
      if (each.kind !== 'paragraph') return exhibit(each, setting);
      const { paragraph } = each;
      const lines = { lines: linesOf(paragraph.text), keepNext: isSubheading(paragraph) };
      return { page: 'text', children: [bodyOf(paragraph)], flow: [lines] };
    }),
  ];
}

/** A table's caption stands above it, a chart's below. */
function exhibit(shown: Exhibit, { pictures }: PartSetting): Placed {
  if (shown.kind === 'textTable') return captioned(shown.table.title, shown.table);
  const { chart } = shown;
  const picture = pictures.get(chart.key);
  if (!picture) return captioned(chart.title, tableOfChart(chart));
  return {
    page: 'text',
    children: [pictureOf(picture, chart), caption(chart.title)],
    flow: [{ height: heightOf(picture) + LINE }],
  };
}

const captioned = (title: string, table: Parameters<typeof smallTable>[0]): Placed => ({
  page: 'text',
  children: [caption(title, true), smallTable(table), space()],
  flow: [{ height: heightOfTable(table) + 2 * LINE }],
});

/** A caption above what it names stays on its page. */
const caption = (text: string, isAbove = false): Paragraph =>
  centred(text, type('heading', 12), { before: isAbove ? 6 * POINT : 0, after: 6 * POINT }, isAbove);

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

const COVER_SIZES = [22, 32] as const;

/** The title in two lines where it begins with the unit's name, as covers have it. */
function coverOf({ title, unitName }: PublishedDocument): ISectionOptions {
  const bare = title.replace(`〔${unitName}〕`, unitName);
  const lines = bare.startsWith(unitName) ? [unitName, bare.slice(unitName.length)] : [bare];
  const spacing = { line: 48 * POINT, lineRule: LineRuleType.EXACT };
  const size = fitting(lines, COVER_SIZES);
  return {
    properties: { page: pageOf('text') },
    footers: unnumbered(),
    children: [
      ...Array.from({ length: 6 }, space),
      ...lines.map((line) => centred(line, type('title', size), spacing)),
    ],
  };
}

/** The last page; beside each unit its chain's head, on one line. */
function colophonOf({ heading, paragraphs, chains }: Colophon): ISectionOptions {
  const small = { line: (LINE - 8) * POINT, lineRule: LineRuleType.EXACT };
  const end = { type: TabStopType.RIGHT, position: Math.floor(roomOf('text').width * POINT) };
  return {
    properties: { type: SectionType.NEXT_PAGE, page: pageOf('text') },
    footers: { default: footer() },
    children: [
      centred(heading, type('heading', 14), { after: 12 * POINT }),
      ...paragraphs.map((said) => new Paragraph({ spacing: small, children: runsOf(said, type('table', 10.5)) })),
      ...chains.map(
        ({ unit, head }) =>
          new Paragraph({
            spacing: small,
            tabStops: [end],
            children: [new TextRun({ ...type('table', 7.5), children: [unit, new Tab(), head] })],
          }),
      ),
    ],
  };
}
