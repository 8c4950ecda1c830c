/** What a text has of figures, so that two texts of the same words can be told from two texts. */
const FIGURE = /\d[\d,]*(?:\.\d+)?/g;

/** The words of a text: its figures are left out. */
export const wordsOf = (text: string): string => text.replace(FIGURE, '#');

/** Names a place in a sentence without telling all of it. */
const LONGEST = 20;

/** The clause that a text ends with. */
const lastWords = (text: string): string => /[^，。；：、…]*$/.exec(text)?.[0].slice(-LONGEST) ?? '';

/** Where a text begins to be another, from the clause on in which it does. */
export function excerptsOf(said: string, must: string): [string, string] {
  let [start, end] = [0, 0];
  while (start < Math.min(said.length, must.length) && said[start] === must[start]) start += 1;
  while (end < Math.min(said.length, must.length) - start && said.at(-1 - end) === must.at(-1 - end)) end += 1;
  const from = start - lastWords(must.slice(0, start)).length;
  const toEnd = /^[^，。；：、]*/.exec(must.slice(must.length - end))?.[0].length ?? 0;
  const cut = (text: string): string => text.slice(from, text.length - end + Math.min(toEnd, LONGEST));
  return [cut(said), cut(must)];
}

/** The beginning of a text, enough to find it by. */
export const opening = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
