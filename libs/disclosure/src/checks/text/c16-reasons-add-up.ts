import type { Item } from '@juesuan/account';
import { type Fen, formatWan } from '@juesuan/kernel';
import { pairedItems } from '../read-items';
import { AMOUNT, answerTo, fenOf, sumSaid } from '../statement';
import { onFinalText, type TextCheck } from '../text-check';

const EACH = new RegExp(`([^\\d]*?(?:“[^”]*”)?[^\\d]*?)${AMOUNT}`, 'g');
const RISES = /追加|增加|上年结转|下达|退还|恢复|超出/g;
const FALLS = /减少|追减|压减|扣减|核减|收回|结转下年|结余|未支出|冲减/g;

/** Each amount with the sign of the driver it prints; what prints none (a rest summed up) takes the sign of the words before it. */
function signedAmounts(reason: string, { drivers }: Item): Fen[] {
  let before: 1 | -1 = 1;
  return [...reason.matchAll(EACH)].map(([, words = '', said = '']) => {
    const fen = fenOf(said) ?? 0;
    const signs = new Set(
      drivers.filter((one) => formatWan(Math.abs(one.fen)) === formatWan(fen)).map((one) => Math.sign(one.fen)),
    );
    const [own] = signs;
    before = signs.size === 1 ? (own === -1 ? -1 : 1) : (signIn(words) ?? before);
    return before * fen;
  });
}

/** The last word that says a direction. */
function signIn(words: string): 1 | -1 | null {
  const last = (pattern: RegExp): number => [...words.matchAll(pattern)].at(-1)?.index ?? -1;
  const [up, down] = [last(RISES), last(FALLS)];
  return up === down ? null : up > down ? 1 : -1;
}

/** The amounts that a computed reason lists, each with its sign, come to the difference; an officer’s own need not list all. */
export const reasonsAddUp: TextCheck = {
  id: 'C16',
  scope: '说明五(三)',
  formula: '列出的带符号金额+“等”的带符号余额=差额',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalText((given) => {
    const { reasons, explanations } = given.evidence.account.facts;
    const computed = pairedItems(given).filter(
      ({ item, read }) =>
        !reasons.has(item.code) && !explanations.has(`variance/${item.code}`) && read.reason.includes('万元'),
    );
    const statements = computed.map(({ read, item, name }) =>
      sumSaid(`${name}列出的增减额之和`, signedAmounts(read.reason, item), item.actual - item.original),
    );
    return answerTo(statements, '请核对列出的各项增减额', '没有由系统列出增减额的分项');
  }),
};
