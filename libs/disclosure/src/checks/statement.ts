import { type Answer, notRun } from '@juesuan/account';
import { type Fen, formatWan, parseWan, percent, RuleViolation, sumFen } from '@juesuan/kernel';

/** One thing that the text says, beside what it must say. */
export interface Statement {
  readonly what: string;
  readonly said: string;
  readonly must: string;
  /** `tail`: off by no more than the rounding of its parts allows. */
  readonly holds: boolean | 'tail';
}

/** An amount as sentences print it. */
export const AMOUNT = '(-?[\\d,]+(?:\\.\\d+)?)万元';
export const RATE = '(\\d+(?:\\.\\d+)?)%';

/** A name as a pattern finds it, brackets and all. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A printed amount in 分, without grouping; null for what is none. */
export function fenOf(said: string): Fen | null {
  try {
    return parseWan(said.replaceAll(',', ''));
  } catch (error) {
    if (error instanceof RuleViolation) return null;
    throw error;
  }
}

/** SAME: the text prints the account's amount to the last digit; grouping and trailing zeros are a matter of form. */
export function amountSaid(what: string, said: string, fen: Fen): Statement {
  const own = fenOf(said);
  const must = formatWan(fen);
  return { what, said: `${said} 万元`, must: `${must} 万元`, holds: own !== null && formatWan(own) === must };
}

/** PCT: the rate is that of the exact amounts, to as many decimals as are printed; none may be stated on a base of zero. */
export function rateSaid(what: string, said: string, part: Fen, whole: Fen): Statement {
  const must = percent(part, whole, said.split('.')[1]?.length ?? 0);
  return { what, said: `${said}%`, must: must === null ? '不写比率（基数为零）' : `${must}%`, holds: must === said };
}

/**
 * ENV: printed parts against a printed sum. `rounded` is the exact amounts that the parts print, also those that print as nothing:
 * every one that is not zero was rounded once.
 */
export function sumSaid(what: string, parts: readonly Fen[], total: Fen, rounded: readonly Fen[]): Statement {
  const sum = sumFen(parts.map((part) => fenOf(formatWan(part)) ?? 0));
  const off = Math.abs(sumFen([sum, -(fenOf(formatWan(total)) ?? 0)]));
  const slack = HALF_STEP * (rounded.filter((one) => one !== 0).length + 1);
  const holds = off === 0 || (off <= slack ? 'tail' : false);
  return { what, said: `${formatWan(sum)} 万元`, must: `${formatWan(total)} 万元`, holds };
}

/** Σ占比 = 100 ± n × half of the last printed digit: shares of one whole, each rounded by itself. */
export function sharesSaid(what: string, shares: readonly string[]): Statement {
  const decimals = Math.max(0, ...shares.map((share) => share.split('.')[1]?.length ?? 0));
  const steps = (share: string): number => Math.round(Number(share) * 10 ** decimals);
  const [sum, hundred] = [shares.reduce((total, share) => total + steps(share), 0), steps('100')];
  const printed = (one: number): string => `${percent(one, hundred, decimals) ?? ''}%`;
  const off = Math.abs(sum - hundred);
  const holds = off === 0 || (off * 2 <= shares.length ? 'tail' : false);
  return { what, said: printed(sum), must: printed(hundred), holds };
}

/** Half of the last printed digit of 万元, in 分. */
const HALF_STEP: Fen = 5_000;

export const wordSaid = (what: string, said: string, must: string, holds = said === must): Statement => ({
  what,
  said: `“${said}”`,
  must: `“${must}”`,
  holds,
});

/** The one answer to many statements: the first that is wrong with `advice`, else the first tail difference, else that all hold. */
export function answerTo(statements: readonly Statement[], advice: string, none: string): Answer {
  const wrong = statements.filter(({ holds }) => holds === false);
  const tails = statements.filter(({ holds }) => holds === 'tail');
  const shown = wrong[0] ?? tails[0] ?? statements[0];
  if (!shown) return notRun(none);
  const sides = { left: shown.said, right: shown.must };
  const count = `共核对 ${statements.length} 处`;
  if (wrong.length > 0) {
    const says = `${shown.what}写的是${shown.said}，应为${shown.must}；${advice}（${count}，${wrong.length} 处不符）。`;
    return { outcome: 'failed', ...sides, says };
  }
  if (tails.length > 0) {
    const says = `${shown.what}为${shown.said}，另一方为${shown.must}，系各数分别四舍五入所致，不必调整（${count}）。`;
    return { outcome: 'tail', ...sides, says };
  }
  return { outcome: 'held', ...sides, says: `${count}，全部相符，如${shown.what}${shown.said}。` };
}

/** The amount that a pattern finds first, beside the account's; nothing where the text does not say it. */
export const amountsSaid = (what: string, paragraphs: readonly string[], pattern: RegExp, fen: Fen): Statement[] =>
  found(paragraphs, pattern).map((said) => amountSaid(what, said, fen));

/** The rate that a pattern finds first, beside that of two amounts. */
export const ratesSaid = (
  what: string,
  paragraphs: readonly string[],
  pattern: RegExp,
  part: Fen,
  whole: Fen,
): Statement[] => found(paragraphs, pattern).map((said) => rateSaid(what, said, part, whole));

const found = (paragraphs: readonly string[], pattern: RegExp): string[] => {
  const said = pattern.exec(paragraphs.join('\n'))?.[1];
  return said === undefined ? [] : [said];
};
