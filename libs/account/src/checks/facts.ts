import { type Fen, parseWan, parseYuan, RuleViolation } from '@juesuan/kernel';
import type { Account } from '../account';
import { hundredths, printedSide, type Side } from './side';

/** A disclosure's name with its brackets and colons full width, as 06-其他事项 has them. */
const normal = (name: string): string => name.trim().replaceAll('(', '（').replaceAll(')', '）').replaceAll(':', '：');

interface Disclosed {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

/** Disclosures whose name matches, in the order recorded. */
export const disclosures = ({ facts }: Account, pattern: RegExp): Disclosed[] =>
  [...facts.disclosures]
    .map(([name, { value }]) => ({ name: normal(name), value: value.value, unit: value.unit }))
    .filter(({ name }) => pattern.test(name));

/** The sum of the counts whose name matches; null where none was recorded, NaN where one is no count. */
export function count(account: Account, pattern: RegExp): number | null {
  const found = disclosures(account, pattern);
  if (found.length === 0) return null;
  return found.reduce((total, { value }) => total + wholeNumber(value), 0);
}

const wholeNumber = (text: string): number => (/^\d[\d,]*$/.test(text.trim()) ? Number(text.replaceAll(',', '')) : NaN);

/** The amount recorded under a name as a side of a comparison; null where it was not recorded. */
export function disclosedSide(account: Account, name: RegExp): Side | null {
  const [found] = disclosures(account, name);
  return found === undefined ? null : printedSide('', found.name, amountOf(found));
}

/** NaN for what is no amount: comparisons with it fail and say so. */
function amountOf({ value, unit }: Disclosed): Fen {
  try {
    return unit.trim() === '元' ? parseYuan(value) : parseWan(value);
  } catch (error) {
    if (error instanceof RuleViolation) return NaN;
    throw error;
  }
}

/** A printed 万元 text as a side; NaN inside where it is no amount. */
export const textSide = (label: string, text: string): Side => {
  const fen = amountOf({ name: label, value: text, unit: '万元' });
  return { table: '', label, value: hundredths(fen), roundings: 1 };
};
