import type { BudgetYearEvent } from '@juesuan/execution';
import type { Profile } from '../src/profile/schema';
import { publishedDocument } from '../src/sections/published-document';
import { type ReadDocument, readingOf } from '../src/text/read-document';
import type { TextEvidence } from '../src/checks/text-check';
import { namedAccountOf } from './account-of-events';

/** The published document of a year as it is read, with the account it must agree with. */
export function textEvidenceOf(
  events: readonly BudgetYearEvent[],
  profile: Profile,
  names: Readonly<Record<string, string>> = {},
): TextEvidence {
  const made = namedAccountOf(events);
  const named: typeof made = { ...made, nameOf: (book, code) => names[code] ?? made.nameOf(book, code) };
  const evidence = {
    account: named.account,
    nameOf: named.nameOf,
    previousYear: null,
    virements: [],
    chain: null,
    fromEvents: null,
    incompleteImports: [],
    writeSide: null,
    afterClosing: null,
    publishedBudget: null,
    treasury: null,
    document: null,
  };
  const published = publishedDocument(named, profile, null);
  const document = readingOf(published);
  const contents = document.headings.map(({ text }) => text);
  return { document: { ...document, contents }, made: published, evidence, profile };
}

/** A fault planted in a document: what was right before is wrong after. */
export type TextDamage = (document: ReadDocument) => ReadDocument;

/** Other words where a text stands first; the text must stand there, or nothing would be damaged. */
export const rewritten =
  (from: string, to: string): TextDamage =>
  (document) => {
    const at = document.paragraphs.findIndex((text) => text.includes(from));
    if (at < 0) throw new RangeError(`no paragraph says ${from}`);
    const paragraphs = document.paragraphs.map((text, index) => (index === at ? text.replace(from, to) : text));
    return { ...document, paragraphs };
  };

/** A paragraph that is not printed. */
export const struckOut =
  (saying: string): TextDamage =>
  (document) => ({ ...document, paragraphs: document.paragraphs.filter((text) => !text.includes(saying)) });
