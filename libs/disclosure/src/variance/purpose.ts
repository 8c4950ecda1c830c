import type { DriverKind } from '@juesuan/account';
import type { Profile, PurposeForm } from '../profile/schema';
import { withoutMarks } from '../text/document';
import { fill } from '../text/wording';

type Purposes = Profile['variance']['purposes'];

/** Whether a purpose is a thing to be paid, a circumstance or an action: a sentence takes each in its own way. */
export function formOfPurpose(kind: DriverKind, purpose: string, purposes: Purposes): PurposeForm {
  const begins = (words: readonly string[]): boolean => words.some((word) => purpose.startsWith(word));
  if (purpose === '' || purposes.saysNothing.includes(purpose)) return 'plain';
  if (purpose.includes('，')) return 'circumstance';
  if (begins(purposes.actionStarts)) return 'action';
  if (begins(purposes.circumstanceStarts)) return 'circumstance';
  if (purposes.thingEnds.some((word) => purpose.endsWith(word))) return 'thing';
  if (purposes.circumstanceWords.some((word) => purpose.includes(word))) return 'circumstance';
  return purposes.otherwise[kind];
}

/** A purpose as a sentence can take it: without closing punctuation; quoted where its last digit would run into the amount. */
export function wordedPurpose(purpose: string, { quoted }: Purposes): string {
  const plain = withoutPunctuationAtEnds(withoutMarks(purpose));
  return /[\d.]$/.test(plain) ? fill(quoted, { purpose: plain }) : plain;
}

/** The sentence brings its own punctuation. */
export const withoutPunctuationAtEnds = (text: string): string =>
  text.trim().replace(/^[\s。；，、：:,.;!！]+|[\s。；，、：:,.;!！]+$/g, '');
