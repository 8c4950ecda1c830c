/** A printed figure of a paragraph and where it comes from, as `juesuan why` understands it (see sources.ts). */
export interface Figure {
  readonly text: string;
  readonly source: string;
  /** Where in the paragraph's text the figure begins. */
  readonly start: number;
}

/** One paragraph of the document; `key` names it for an officer's own wording (ExplanationRevised). */
export interface Paragraph {
  readonly key: string;
  readonly text: string;
  readonly figures: readonly Figure[];
}

/** A headed part of the explanation. */
export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
}

const BEGIN = '\uE000';
const BETWEEN = '\uE001';
const END = '\uE002';
const MARKS = /[\uE000-\uE002]/g;
const MARKED = /\uE000([^\uE001]*)\uE001([^\uE002]*)\uE002/;

/** A figure that carries its source through the wordings it is put into. Private-use characters stand in no wording. */
export const marked = (text: string, source: string): string =>
  `${BEGIN}${withoutMarks(source)}${BETWEEN}${text}${END}`;

/** Text of people, made safe to stand beside marked figures. */
export const withoutMarks = (text: string): string => text.replace(MARKS, '');

/** The text as it is printed, and its figures with their places and sources. */
export function readMarks(marks: string): { text: string; figures: Figure[] } {
  const pieces = marks.split(MARKED);
  const figures: Figure[] = [];
  let text = '';
  // Split by a pattern with two groups: prose, source, figure, prose, source, figure, prose.
  pieces.forEach((piece, index) => {
    if (index % 3 === 1) return;
    if (index % 3 === 2) figures.push({ text: piece, source: pieces[index - 1] ?? '', start: text.length });
    text += piece;
  });
  return { text, figures };
}
