import type { ReadDocument } from '@juesuan/disclosure';
import { RuleViolation } from '@juesuan/kernel';
import { strFromU8, unzipSync } from 'fflate';
import { parseXml, type XmlNode } from './xml';

/** A document read from its finished file. */
export interface ReadFile extends ReadDocument {
  /** What each picture says to those who cannot see it. */
  readonly pictures: readonly string[];
}

/** Reads a Word file back, so that what is printed can be compared with the account; throws RuleViolation `not-a-docx`. */
export function readDocx(bytes: Uint8Array): ReadFile {
  const { nodes, styles } = partsOf(bytes);
  const headings: { level: number; text: string }[] = [];
  const paragraphs: string[] = [];
  const tables: string[][][] = [];
  const contents: string[] = [];
  const visit = (node: XmlNode): void => {
    if (node.name === 'w:tbl') tables.push(rowsOf(node));
    else if (node.name === 'w:p') {
      const text = textOf(node);
      const { kind = null, level = 0 } = styles.get(styleOf(node)) ?? {};
      const isEntry = kind === 'entry';
      if (isEntry) contents.push(listedIn(node));
      if (kind === 'heading') headings.push({ level, text });
      if (text !== '' && !isEntry) paragraphs.push(text);
    } else node.children.forEach(visit);
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

const BODY = 'word/document.xml';
const STYLES = 'word/styles.xml';

/** What the paragraphs of a style are, where they are more than text. */
type Kinds = ReadonlyMap<string, { readonly kind: 'heading' | 'entry'; readonly level: number }>;

function partsOf(bytes: Uint8Array): { nodes: readonly XmlNode[]; styles: Kinds } {
  try {
    const files = unzipSync(bytes, { filter: ({ name }) => name === BODY || name === STYLES });
    const [body, styles] = [files[BODY], files[STYLES]];
    if (body) return { nodes: parseXml(strFromU8(body)), styles: kindsIn(styles ? parseXml(strFromU8(styles)) : []) };
  } catch (cause) {
    throw new RuleViolation('not-a-docx', `不是可以读取的 Word 文件（docx）：${String(cause)}。`);
  }
  throw new RuleViolation('not-a-docx', '压缩包里没有 Word 正文，不是 docx 文件。');
}

/** The nodes of a name, not looked for again inside one that was found. */
function all(nodes: readonly XmlNode[], name: string, found: XmlNode[] = []): XmlNode[] {
  for (const node of nodes) {
    if (node.name === name) found.push(node);
    else all(node.children, name, found);
  }
  return found;
}

const textOf = (node: XmlNode): string =>
  all([node], 'w:t')
    .flatMap(({ children }) => children)
    .map(({ text }) => text)
    .join('');

/** What a line of the 目录 lists, without its page number: that stands behind a tab, so that a name may end in figures. */
const listedIn = (entry: XmlNode): string =>
  all([entry], 'w:r')
    .flatMap(({ children }) => children)
    .map((part) => (part.name === 'w:tab' ? '\t' : textOf(part)))
    .join('')
    .replace(/(?:\t[^\t]*|\s*\d+)$/, '')
    .replaceAll('\t', '');

const rowsOf = (table: XmlNode): string[][] =>
  all(table.children, 'w:tr').map((row) => all(row.children, 'w:tc').map(textOf));

function attributeOf(node: XmlNode, element: string, name: string): string {
  const [found] = all([node], element);
  return found?.attributes[name] ?? '';
}

const styleOf = (paragraph: XmlNode): string => attributeOf(paragraph, 'w:pStyle', 'w:val');
const descriptionOf = (drawing: XmlNode): string => attributeOf(drawing, 'wp:docPr', 'descr');

/** A style is known by its name: its id is another in every word processor that wrote the file again. */
const kindsIn = (styles: readonly XmlNode[]): Kinds =>
  new Map(
    all(styles, 'w:style').flatMap((style) => {
      const [, name, level] = /^(heading|toc) (\d)$/i.exec(attributeOf(style, 'w:name', 'w:val')) ?? [];
      if (level === undefined) return [];
      const kind = name?.toLowerCase() === 'toc' ? ('entry' as const) : ('heading' as const);
      return [[style.attributes['w:styleId'] ?? '', { kind, level: Number(level) }] as const];
    }),
  );

/** What stands on the first page: the paragraphs up to the first that ends a section. */
function coverOf(nodes: readonly XmlNode[]): string {
  const paragraphs = all(nodes, 'w:body')
    .flatMap(({ children }) => children)
    .filter(({ name }) => name === 'w:p');
  const end = paragraphs.findIndex((node) => all([node], 'w:sectPr').length > 0);
  return paragraphs
    .slice(0, end + 1)
    .map(textOf)
    .join('');
}
