import { type Answer, type Evidence, faultless, notRun, type Severity } from '@juesuan/account';
import type { Profile } from '../profile/schema';
import type { PublishedDocument } from '../text/document';
import { type ReadDocument, readingOf } from '../text/read-document';
import { answerTo, type Statement } from './statement';
import { sectionOf } from './section-of';

/** What a check of the text is given: the document as it is read, the document as the account writes it, and what both must agree with. */
export interface TextEvidence {
  readonly document: ReadDocument;
  readonly made: PublishedDocument;
  readonly evidence: Evidence;
  readonly profile: Profile;
}

/** A check of the text against the tables, as checks.json words it (family C). */
export interface TextCheck {
  readonly id: string;
  readonly scope: string;
  readonly formula: string;
  readonly tolerance: string;
  readonly severity: Severity;
  readonly run: (given: TextEvidence) => Answer;
}

/** A check of the explanation of a final account: a budget has none. */
export const onFinalText =
  (run: (given: TextEvidence) => Answer) =>
  (given: TextEvidence): Answer =>
    given.evidence.account.isBudget ? notRun('这是预算公开，没有决算情况说明') : run(given);

/** A section that the account's document has may not be left out. */
export const lacking = ({ made }: TextEvidence, title: RegExp, name: string): Answer =>
  sectionOf(readingOf(made), title) === null
    ? notRun(`文档中没有“${name}”一节`)
    : faultless([`文档缺少“${name}”一节`], '', '请补上这一节');

/** A check of what one section states; `title` is its heading without number. */
export const inSection = (
  title: RegExp,
  name: string,
  state: (paragraphs: readonly string[], given: TextEvidence) => readonly Statement[],
  advice: string,
): TextCheck['run'] =>
  onFinalText((given) => {
    const paragraphs = sectionOf(given.document, title);
    if (paragraphs === null) return lacking(given, title, name);
    return answerTo(state(paragraphs, given), advice, `“${name}”一节没有写出可以核对的数字`);
  });
