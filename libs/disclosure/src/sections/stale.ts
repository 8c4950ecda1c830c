/** Words that say a direction, against the words that would deny them. */
const DIRECTIONS: readonly (readonly string[])[] = [
  ['大于', '小于', '持平'],
  ['增加', '减少', '持平'],
  ['增长', '下降', '持平'],
];

/**
 * Why an officer's wording needs another look: it says a direction that today's generated sentence does not, while that one says the
 * opposite. Compared in words, since a direction is what the words say; null where nothing contradicts.
 */
export function staleness(own: string, today: string): string | null {
  for (const words of DIRECTIONS) {
    const said = words.find((word) => own.includes(word) && !today.includes(word));
    const now = words.find((word) => today.includes(word) && !own.includes(word));
    if (said !== undefined && now !== undefined) return `文字写的是“${said}”，现在的数字是“${now}”，请核对后改写。`;
  }
  return null;
}
