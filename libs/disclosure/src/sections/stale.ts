import type { Paragraph } from '../text/document';

/** Words that say a direction, by what they say; those of one list deny those of the others of their row. */
const DIRECTIONS: readonly (readonly (readonly string[])[])[] = [
  [['大于', '高于'], ['小于', '低于'], ['持平']],
  [['增加', '增长', '上升'], ['减少', '下降', '降低'], ['持平']],
];

/** What gives a reason has directions of its own: 总计减少, 主要是因为…增加. */
const REASON = /(?:原因|因为|主要情况)[^。；]*/g;

/**
 * Why an officer's wording needs another look: it says a direction that today's generated sentence does not, while that one says the
 * opposite. Compared in words, since a direction is what the words say; null where nothing contradicts.
 */
export function staleness(own: string, today: string): string | null {
  const [said, now] = [own.replace(REASON, ''), today.replace(REASON, '')];
  for (const directions of DIRECTIONS) {
    const inOwn = directions.find((words) => says(said, words) && !says(now, words));
    const inToday = directions.find((words) => says(now, words) && !says(said, words));
    if (inOwn && inToday)
      return `文字写的是“${firstOf(inOwn, said)}”，现在的数字是“${firstOf(inToday, now)}”，请核对后改写。`;
  }
  return null;
}

/** A wording that states nothing of what the sentence is about has lost its placeholders; null where it kept one. */
export const withoutFigures = (own: Figures, today: Figures): string | null =>
  own.figures.length > 0 || today.figures.length === 0
    ? null
    : `改写的文字里没有数字，系统生成的有 ${today.figures.length} 个，请核对后改写。`;

type Figures = Pick<Paragraph, 'figures'>;

const says = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));
const firstOf = (words: readonly string[], text: string): string => words.find((word) => text.includes(word)) ?? '';
