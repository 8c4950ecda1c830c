import { RuleViolation } from './violation';

/** An amount of money: a safe integer number of 分 (1 元 = 100 分). Never a fraction, never a float of 元. */
export type Fen = number;

/** Amounts from here on (9.0e15 分 = 90 万亿元) are refused: near the safe integer limit a sum could turn wrong silently. */
export const LARGEST_FEN: Fen = 9.0e15;

const FEN_PER_WAN = 1_000_000n;
const YUAN = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
/** ￥ as it is typed, and as the forms of full width characters are read (NFKC). */
const SIGNED = /[¥￥]/;
const AMOUNT_DIGITS_PER_YUAN = 2;

/** The sum of two amounts; refused with `amount-too-large` where it leaves the range in which 分 are exact. */
export function addFen(a: Fen, b: Fen): Fen {
  return exactFen(a + b);
}

/** The sum of many amounts, exact or refused (see {@link addFen}). */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total = exactFen(total + amount);
  return total;
}

/** Passes an exact amount through; refuses what is no whole number of 分 and an amount past {@link LARGEST_FEN}. */
export function exactFen(fen: number): Fen {
  if (Number.isSafeInteger(fen) && Math.abs(fen) < LARGEST_FEN) return fen;
  if (Math.abs(fen) >= LARGEST_FEN) {
    throw new RuleViolation('amount-too-large', `金额 ${fen} 分超出可精确计算的范围（90 万亿元），请核对单位。`, {
      fen,
    });
  }
  throw new RuleViolation('finer-than-fen', `金额“${fen}”分不是整数，金额须精确到分。`, { fen });
}

/** Reads an amount printed in 元, e.g. `1,693,402.78`; refuses what is no number or finer than one 分 (1.005). */
export function parseYuan(text: string): Fen {
  return parseDecimal(text, AMOUNT_DIGITS_PER_YUAN, '元');
}

/** Reads an amount printed in 万元, e.g. `12640.97`; up to six decimals, finer than one 分 is refused. */
export function parseWan(text: string): Fen {
  return parseDecimal(text, 6, '万元');
}

function parseDecimal(text: string, digits: number, unit: string): Fen {
  const match = YUAN.exec(text.trim());
  if (!match) {
    const advice = SIGNED.test(text) ? '请去掉 ￥' : `应为${unit}数，如 1234.56`;
    throw new RuleViolation('not-an-amount', `“${text}”不是金额，${advice}。`, { value: text });
  }
  const [, sign = '', whole = '', fraction = ''] = match;
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  if (/[1-9]/.test(fraction.slice(digits))) {
    throw new RuleViolation('finer-than-fen', `“${text}”${unit}不足一分，金额须精确到分。`, { value: text });
  }
  const digitsOfFen = `${whole.replaceAll(',', '')}${kept}`;
  if (BigInt(digitsOfFen) >= BigInt(LARGEST_FEN)) {
    throw new RuleViolation('amount-too-large', `“${text}”${unit}超出可精确计算的范围（90 万亿元），请核对单位。`, {
      value: text,
    });
  }
  const fen = exactFen(Number(digitsOfFen));
  return sign && fen !== 0 ? -fen : fen;
}

/** An amount in 元 as people read it in messages: `1,234.56`. */
export function formatYuan(fen: Fen): string {
  const digits = Math.abs(fen).toString().padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${groupThousands(`${digits.slice(0, -2)}.${digits.slice(-2)}`)}`;
}

/**
 * An amount in 万元 with two decimals as tables print it, `9205.13`: rounded half up, which here means away from zero,
 * from the exact 分, each figure by itself (DOMAIN.md §1). Never `-0.00`.
 */
export function formatWan(fen: Fen): string {
  return ratio(BigInt(fen), FEN_PER_WAN, 2);
}

/**
 * `part ÷ whole` in percent with the given decimals, exact from 分, half up; null on a base of zero, on which no rate
 * may be stated (DOMAIN.md §7). Products of amounts, past what a number holds, are given as bigint.
 */
export function percent(part: Fen | bigint, whole: Fen | bigint, decimals: number): string | null {
  return BigInt(whole) === 0n ? null : ratio(BigInt(part) * 100n, BigInt(whole), decimals);
}

/** `numerator ÷ denominator` with fixed decimals, rounded half away from zero; exact, never `-0`. */
function ratio(numerator: bigint, denominator: bigint, decimals: number): string {
  const negative = numerator < 0n !== denominator < 0n;
  const scaled = abs(numerator) * 10n ** BigInt(decimals);
  const divisor = abs(denominator);
  const rounded = (scaled * 2n + divisor) / (divisor * 2n);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return negative && rounded !== 0n ? `-${text}` : text;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** Groups the whole digits of a printed number by three: `9205.13` → `9,205.13`. */
export function groupThousands(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
