import { sectionsIn } from '../sections/published-document';
import type { Paragraph, PublishedDocument } from './document';

/** A paragraph that reads otherwise, or that only one of two documents has. */
export interface ParagraphChange {
  readonly key: string;
  /** Of the section it stands in. */
  readonly heading: string;
  readonly before: Paragraph | null;
  readonly after: Paragraph | null;
}

/** The paragraphs in which two documents of one unit and year differ, in the order of the later one; those it lacks at the end. */
export function changedParagraphs(before: PublishedDocument, after: PublishedDocument): ParagraphChange[] {
  const [was, is] = [placed(before), placed(after)];
  const keys = [...new Set([...is.keys(), ...was.keys()])];
  return keys
    .map((key): ParagraphChange => {
      const [old, now] = [was.get(key), is.get(key)];
      const heading = now?.heading ?? old?.heading ?? '';
      return { key, heading, before: old?.paragraph ?? null, after: now?.paragraph ?? null };
    })
    .filter((change) => change.before?.text !== change.after?.text);
}

const placed = (document: PublishedDocument): Map<string, { heading: string; paragraph: Paragraph }> =>
  new Map(
    sectionsIn(document).flatMap(({ heading, paragraphs }) =>
      paragraphs.map((paragraph) => [paragraph.key, { heading, paragraph }] as const),
    ),
  );
