import type { Item, Paragraph } from '../account';
import { segmentsOf } from '../document/segments';

/** A figure that may be put into words: what stands in the braces, and how the editor shows it. */
export interface Chip {
  readonly insert: string;
  readonly label: string;
  /** Words that tell it from others of the same amount. */
  readonly before: string;
}

/** Words that an officer writes: where they are recorded, what they may name, and what they say so far. */
export interface WordingTask {
  readonly of: 'reason' | 'explanation';
  readonly key: string;
  readonly title: string;
  /** The sentence as it reads now. */
  readonly now: string;
  readonly text: string;
  readonly chips: readonly Chip[];
}

const withoutBraces = (text: string): string => text.replace(/[{}]/g, '');

/** A paragraph of the document to be worded anew: its figures stay bound, what is missing is left out. */
export function paragraphTask(paragraph: Paragraph): WordingTask {
  const pieces = segmentsOf(paragraph).map((segment) => {
    if (segment.is === 'words') return withoutBraces(segment.text);
    return segment.is === 'figure' ? `{${segment.figure.source}}` : '';
  });
  const { key, text } = paragraph;
  return { of: 'explanation', key, title: '改写这段文字', now: text, text: pieces.join(''), chips: chipsOf(paragraph) };
}

function chipsOf({ figures, text: whole }: Paragraph): Chip[] {
  const bySource = new Map(
    figures.map(({ source, text, start }) => {
      const before =
        whole
          .slice(0, start)
          .split(/[，。：；（）]/)
          .at(-1) ?? '';
      return [source, { insert: source, label: text, before: shortened(before) }];
    }),
  );
  return [...bySource.values()].filter(({ insert }) => !/[{}]/.test(insert));
}

const MOST_WORDS = 24;

/** The end of a clause, and a sign that it has a beginning. */
const shortened = (clause: string): string => (clause.length > MOST_WORDS ? `…${clause.slice(-MOST_WORDS)}` : clause);

/** The gap of a paragraph to be filled with a text of its own; the paragraph itself where its wording names what is no figure. */
export function gapTask(paragraph: Paragraph, gap: Paragraph['gaps'][number]): WordingTask {
  if (gap.key === null) return paragraphTask(paragraph);
  const { key, missing: title } = gap;
  return { of: 'explanation', key, title, now: paragraph.text, text: '', chips: chipsOf(paragraph) };
}

/** The missing reason of an item: its figures are the drivers, by the names the service knows. */
export function reasonTask(item: Item, names: readonly { key: string; name: string }[]): WordingTask {
  const kinds = new Set<string>(item.drivers.map(({ kind }) => kind));
  const whole = names
    .filter(({ key }) => kinds.has(key) || key === 'variance')
    .map(({ name }) => ({ insert: name, label: name, before: '' }));
  const parts = item.drivers.flatMap(({ kind, purpose, amount }) => {
    const name = names.find(({ key }) => key === kind)?.name;
    if (name === undefined || purpose === null || /[{}]/.test(purpose)) return [];
    return [{ insert: `${name}:${purpose}`, label: amount, before: `${name}·${purpose}` }];
  });
  return {
    of: 'reason',
    key: item.code,
    title: `${item.code} ${item.name}：决算数与年初预算数差异的原因`,
    now: item.text,
    text: item.reason ?? '',
    chips: [...whole, ...parts],
  };
}

/** Words and placeholders in turn: `年中追加{追加}万元` → 年中追加 · 追加 · 万元. */
export const pieces = (text: string): { is: 'words' | 'chip'; text: string }[] =>
  text
    .split(/\{([^{}]+)\}/)
    .map((piece, index) => ({ is: index % 2 === 0 ? ('words' as const) : ('chip' as const), text: piece }))
    .filter(({ text: piece }) => piece !== '');
