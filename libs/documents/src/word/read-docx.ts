import type { ReadDocument } from '@juesuan/disclosure';
import { RuleViolation } from '@juesuan/kernel';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** A document read from its finished file. */
export interface ReadFile extends ReadDocument {
  /** What each picture says to those who cannot see it. */
  readonly pictures: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;

/** Reads a Word file back, so that what is printed can be compared with the account; throws RuleViolation `not-a-docx`. */
export function readDocx(bytes: Uint8Array): ReadFile {
  const nodes = bodyOf(bytes);
  const headings: { level: number; text: string }[] = [];
  const paragraphs: string[] = [];
  const tables: string[][][] = [];
  const contents: string[] = [];
  const visit = (node: Node): void => {
    if ('w:tbl' in node) tables.push(rowsOf(node));
    else if ('w:p' in node) {
      const text = textOf(node);
      const [level, isEntry] = [levelOf(node), /^TOC\d$/.test(styleOf(node))];
      if (isEntry) contents.push(text.replace(/\s*\d+$/, ''));
      if (level !== null) headings.push({ level, text });
      if (text !== '' && !isEntry) paragraphs.push(text);
    } else childrenOf(node).forEach(visit);
  };
  nodes.forEach(visit);
  return {
    title: coverOf(nodes),
    headings,
    paragraphs,
    tables,
    contents: contents.length === 0 ? null : contents,
    pictures: all(nodes, 'w:drawing').map(descriptionOf),
  };
}

function bodyOf(bytes: Uint8Array): Node[] {
  try {
    const xml = unzipSync(bytes)['word/document.xml'];
    if (xml) return PARSER.parse(strFromU8(xml)) as Node[];
  } catch (cause) {
    throw new RuleViolation('not-a-docx', `不是可以读取的 Word 文件（docx）：${String(cause)}。`);
  }
  throw new RuleViolation('not-a-docx', '压缩包里没有 Word 正文，不是 docx 文件。');
}

// Figures stay text and blanks stay as they are written.
const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: false,
});

const childrenOf = (node: Node): Node[] => Object.values(node).filter(Array.isArray).flat() as Node[];

/** The nodes of a name, not looked for again inside one that was found. */
const all = (nodes: readonly Node[], name: string): Node[] =>
  nodes.flatMap((node) => (name in node ? [node] : all(childrenOf(node), name)));

const textOf = (node: Node): string =>
  all([node], 'w:t')
    .flatMap(childrenOf)
    .map((text) => (typeof text['#text'] === 'string' ? text['#text'] : ''))
    .join('');

const rowsOf = (table: Node): string[][] =>
  all(childrenOf(table), 'w:tr').map((row) => all(childrenOf(row), 'w:tc').map(textOf));

const attributeOf = (node: Node, element: string, name: string): string => {
  const value = (all([node], element)[0]?.[':@'] as Node | undefined)?.[`@_${name}`];
  return typeof value === 'string' ? value : '';
};

const styleOf = (paragraph: Node): string => attributeOf(paragraph, 'w:pStyle', 'w:val');
const descriptionOf = (drawing: Node): string => attributeOf(drawing, 'wp:docPr', 'descr');

function levelOf(paragraph: Node): number | null {
  const [, level] = /^Heading(\d)$/.exec(styleOf(paragraph)) ?? [];
  return level === undefined ? null : Number(level);
}

/** What stands on the first page: the paragraphs before the first that ends a section. */
function coverOf(nodes: readonly Node[]): string {
  const paragraphs = all(nodes, 'w:body')
    .flatMap(childrenOf)
    .filter((node) => 'w:p' in node);
  const end = paragraphs.findIndex((node) => all([node], 'w:sectPr').length > 0);
  return paragraphs
    .slice(0, end < 0 ? 0 : end)
    .map(textOf)
    .join('');
}
