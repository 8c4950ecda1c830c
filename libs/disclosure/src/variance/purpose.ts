import type { Driver } from '@juesuan/account';
import { withInnerQuotes } from '@juesuan/kernel';
import type { Profile, PurposeForm } from '../profile/schema';
import { withoutMarks } from '../text/document';
import { fill } from '../text/wording';

type Purposes = Profile['variance']['purposes'];

/**
 * Whether a purpose is a thing to be paid, a circumstance or an action: a sentence takes each in its own way. An action tells the
 * direction by its verb; one that `denies` what its driver did (a cut for 追加项目核减) cannot speak for it, and a bare verb (取消) says
 * no more than the driver does.
 */
export function formOfPurpose(
  { kind, fen }: Pick<Driver, 'kind' | 'fen'>,
  purpose: string,
  purposes: Purposes,
): PurposeForm | 'denies' {
  const [along, against] = fen > 0 ? (['up', 'down'] as const) : (['down', 'up'] as const);
  const begins = (words: readonly string[]): boolean => words.some((word) => purpose.startsWith(word));
  const isBareVerb = [...purposes.actionStarts.up, ...purposes.actionStarts.down].includes(purpose);
  if (purpose === '' || isBareVerb || purposes.saysNothing.includes(purpose)) return 'plain';
  if (purposes.saysNothingWords.some((word) => purpose.includes(word))) return 'plain';
  if (purpose.includes('，')) return 'circumstance';
  if (begins(purposes.actionStarts[along])) return 'action';
  if (begins(purposes.actionStarts[against])) return 'denies';
  if (begins(purposes.circumstanceStarts)) return 'circumstance';
  if (purposes.thingEnds.some((word) => purpose.endsWith(word))) return 'thing';
  if (purposes.circumstanceWords.some((word) => purpose.includes(word))) return 'circumstance';
  return purposes.otherwise[kind];
}

/** A purpose as part of a sentence, which no full stop of its own may end. */
export const clauseOf = (purpose: string): string => asClause(purpose).replace(/\s*[。；;！!]+\s*/g, '，');

/** A purpose whose last digit or percent sign would run into the amount after it is quoted. */
export const besideAmount = (purpose: string, { quoted }: Purposes): string =>
  /[\d.%％‰]$/.test(purpose) ? fill(quoted, { purpose: withInnerQuotes(purpose) }) : purpose;

/** A note beside a fact as the sentence takes it, which brings brackets of its own where it wants any. */
export const asNote = (note: string): string => asClause(asClause(note).replace(/^[（(]([^（）()]*)[）)]$/, '$1'));

/** A clause with an ending of which it may have said the beginning (等), the end (支出) or all. */
export function withEnding(clause: string, ending: string): string {
  const begun = Array.from(ending, (_, at) => ending.slice(0, ending.length - at)).find((part) =>
    clause.endsWith(part),
  );
  if (begun !== undefined) return `${clause}${ending.slice(begun.length)}`;
  return clause.endsWith(ending.slice(1)) ? clause : `${clause}${ending}`;
}

/** An officer's reason as a clause, without what the sentence around it says itself: 主要原因是, 由于 and the like. */
export function reasonClause(text: string, { variance }: Pick<Profile, 'variance'>): string {
  const clause = asClause(text);
  const begins = (word: string): boolean => clause.startsWith(word);
  const heads = (word: string): boolean => begins(word) && /^($|[\s，。；：、:,.])/.test(clause.slice(word.length));
  if (variance.reasonKeeps.some(begins)) return clause;
  const starts = [...variance.reasonStarts.filter(begins), ...variance.reasonHeads.filter(heads)];
  const [start] = starts.sort((a, b) => b.length - a.length);
  return start === undefined ? clause : reasonClause(clause.slice(start.length), { variance });
}

/** People's text on one line without punctuation at its ends, which the sentence around it brings, and none twice in a row. */
export const asClause = (text: string): string =>
  withoutMarks(text)
    .replace(/\s*[\r\n]+\s*/g, '')
    .replace(/([，。；、：])\s*[，。；、：]+/g, '$1')
    .replace(/^[\s。；，、：:,.;!！]+|[\s。；，、：:,.;!！]+$/g, '');
