import { RuleViolation } from '@juesuan/kernel';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** A document as it stands on paper, read from the finished file. */
export interface ReadDocument {
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Every paragraph outside tables, headings among them, in order. */
  readonly paragraphs: readonly string[];
  /** Rows of cell texts; a place that a merged cell covers is not there. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly pictures: number;
}

type Node = Readonly<Record<string, unknown>>;

/** Reads a Word file back, so that what is printed can be compared with the account; throws RuleViolation `not-a-docx`. */
export function readDocx(bytes: Uint8Array): ReadDocument {
  const nodes = bodyOf(bytes);
  const headings: { level: number; text: string }[] = [];
  const paragraphs: string[] = [];
  const tables: string[][][] = [];
  const visit = (node: Node): void => {
    if ('w:tbl' in node) tables.push(rowsOf(node));
    else if ('w:p' in node) {
      const text = textOf(node);
      const level = levelOf(node);
      if (level !== null) headings.push({ level, text });
      if (text !== '') paragraphs.push(text);
    } else childrenOf(node).forEach(visit);
  };
  nodes.forEach(visit);
  return { headings, paragraphs, tables, pictures: all(nodes, 'w:drawing').length };
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

function levelOf(paragraph: Node): number | null {
  const [style] = all([paragraph], 'w:pStyle');
  const value = (style?.[':@'] as Node | undefined)?.['@_w:val'];
  const [, level] = /^Heading(\d)$/.exec(typeof value === 'string' ? value : '') ?? [];
  return level === undefined ? null : Number(level);
}
