import { factName } from '@juesuan/execution';
import type { Account } from '../account';
import { amountOf, countOf, type Disclosure } from '../facts';
import { hundredths, printedSide, type Side } from './side';

interface Disclosed extends Disclosure {
  readonly name: string;
}

/** Disclosures whose name matches and that say something, in the order recorded. */
export const disclosures = ({ facts }: Account, pattern: RegExp): Disclosed[] =>
  [...facts.disclosures]
    .map(([name, { value }]) => ({ ...value, name: factName(name) }))
    .filter(({ name, value }) => pattern.test(name) && value.trim() !== '');

/** The sum of the counts whose name matches; null where none was recorded, NaN where one is no count. */
export function count(account: Account, pattern: RegExp): number | null {
  const found = disclosures(account, pattern);
  if (found.length === 0) return null;
  return found.reduce((total, one) => total + (countOf(one) ?? NaN), 0);
}

/** Those whose name matches and that are no count, each as a fault. */
export const miscounted = (account: Account, pattern: RegExp): string[] =>
  disclosures(account, pattern)
    .filter((one) => countOf(one) === null)
    .map(({ name, value }) => `“${name}”登记的“${value}”不是整数`);

/** The amount recorded under a name as a side of a comparison, NaN inside for what is no amount; null where it was not recorded. */
export function disclosedSide(account: Account, name: RegExp): Side | null {
  const [found] = disclosures(account, name);
  return found === undefined ? null : printedSide('', found.name, amountOf(found) ?? NaN);
}

/** A printed 万元 text as a side; NaN inside where it is no amount. */
export const textSide = (label: string, text: string): Side => {
  const fen = amountOf({ value: text, unit: '万元', note: '' }) ?? NaN;
  return { table: '', label, value: hundredths(fen), roundings: 1 };
};
