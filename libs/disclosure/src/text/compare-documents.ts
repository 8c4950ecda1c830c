import { hunksOf, pairsOf } from './alignment';
import { excerptsOf, opening, wordsOf } from './excerpt';
import type { ReadDocument } from './read-document';

/** A place in which a document that was read is not as the account writes it. */
export interface Difference {
  /** The heading above it, or the table's number. */
  readonly where: string;
  /** One sentence: what stands there and what should. */
  readonly says: string;
}

/**
 * Where a finished document differs from the one that the account writes today, both read from files of the same form: cells and rows
 * of tables first, then the text. Officers may have put words of their own into the file; whether those are right is for people to say.
 */
export const differencesBetween = (made: ReadDocument, read: ReadDocument): Difference[] => [
  ...differentTables(made.tables, read.tables),
  ...differentParagraphs(made, read),
];

type Rows = readonly (readonly string[])[];

/** A table is known by what stands above its header: number, owner and unit of money. */
const nameOf = (rows: Rows): string => (rows[0] ?? []).join(' ');
const keyOf = (rows: Rows): string => rows.slice(0, 2).flat().join(' ');

function differentTables(made: readonly Rows[], read: readonly Rows[]): Difference[] {
  return pairsOf(made.map(keyOf), read.map(keyOf)).flatMap(([own, other]): Difference[] => {
    const [must, said] = [own === null ? null : made[own], other === null ? null : read[other]];
    if (must && said) return differentRows(must, said);
    return [{ where: nameOf(must ?? said ?? []), says: must ? '文档缺少这张表' : '文档多出这张表' }];
  });
}

function differentRows(made: Rows, read: Rows): Difference[] {
  const where = nameOf(made);
  const texts = (rows: Rows): string[] => rows.map((row) => row.join('\u0001'));
  return hunksOf(texts(made), texts(read)).flatMap(({ at, first, second }): Difference[] => {
    const left = read.slice(at[1], at[1] + second.length);
    const isWhole = first.length === second.length;
    const differences = made.slice(at[0], at[0] + first.length).flatMap((row) => {
      const found = isWhole ? 0 : left.findIndex((one) => titleOf(one) === titleOf(row));
      const [said] = found < 0 ? [] : left.splice(found, 1);
      return said ? differentCells(row, said, where) : [{ where, says: `缺少“${titleOf(row)}”一行` }];
    });
    return [...differences, ...left.map((row) => ({ where, says: `多出“${titleOf(row)}”一行` }))];
  });
}

const WORDS = /[\u4e00-\u9fff]/;
const titleOf = (row: readonly string[]): string => opening(row.find((cell) => WORDS.test(cell)) ?? row.join(' '));

function differentCells(made: readonly string[], read: readonly string[], where: string): Difference[] {
  const columns = Array.from({ length: Math.max(made.length, read.length) }, (_, column) => column);
  return columns.flatMap((column) => {
    const [must, said] = [made[column], read[column]];
    if (said === must) return [];
    const name = made.slice(0, column).findLast((cell) => WORDS.test(cell)) ?? '';
    const row = name === '' ? '' : `“${opening(name)}”`;
    if (must === undefined) return [{ where, says: `${row}多出一格“${said}”` }];
    if (said === undefined) return [{ where, says: `${row}缺少一格“${must}”` }];
    return [{ where, says: `${row}写的是“${said}”，应为“${must}”` }];
  });
}

function differentParagraphs(made: ReadDocument, read: ReadDocument): Difference[] {
  const headings = new Set(made.headings.map(({ text }) => text));
  const above = (index: number): string =>
    made.paragraphs.slice(0, index).findLast((text) => headings.has(text)) ?? '封面';
  return hunksOf(made.paragraphs, read.paragraphs).flatMap(({ at, first, second }): Difference[] => {
    const where = above(at[0] + 1);
    const left = [...second];
    const changed = first.map((must) => {
      const found = likestOf(left, must);
      return { must, said: found < 0 ? null : (left.splice(found, 1)[0] ?? null) };
    });
    const missing = changed.flatMap(({ must, said }) => (said === null ? [must] : []));
    return [
      ...changed.flatMap(({ must, said }) => (said === null ? [] : [{ where, says: changeOf(said, must) }])),
      ...(missing.length === 0 ? [] : [{ where, says: `缺少${listed(missing)}` }]),
      ...(left.length === 0 ? [] : [{ where, says: `多出${listed(left)}` }]),
    ];
  });
}

function changeOf(said: string, must: string): string {
  const [own, right] = excerptsOf(said, must);
  return `写的是“${own}”，系统生成的是“${right}”`;
}

const listed = (texts: readonly string[]): string =>
  `${texts.length > 1 ? ` ${texts.length} 段，自` : ''}“${opening(texts[0] ?? '')}”${texts.length > 1 ? '起' : '一段'}`;

/** The one that says most of a text, the figures apart; -1 where none says half of it. */
function likestOf(texts: readonly string[], must: string): number {
  const likenesses = texts.map((text) => likeness(wordsOf(text), wordsOf(must)));
  const most = Math.max(0, ...likenesses);
  return most > 0.5 ? likenesses.indexOf(most) : -1;
}

/** Which share of their pairs of signs two texts have in common. */
function likeness(one: string, other: string): number {
  const pairs = (text: string): Set<string> => new Set([...text].map((sign, index) => sign + (text[index + 1] ?? '')));
  const [own, others] = [pairs(one), pairs(other)];
  return (2 * [...own].filter((pair) => others.has(pair)).length) / (own.size + others.size);
}
