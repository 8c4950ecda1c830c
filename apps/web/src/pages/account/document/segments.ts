import type { Paragraph, TextFigure } from '../account';

/** A stretch of a paragraph: plain words, a figure, or a gap that somebody must fill. */
export type Segment =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'figure'; readonly text: string; readonly figure: TextFigure }
  | { readonly is: 'gap'; readonly text: string; readonly missing: string };

/** A paragraph cut at its figures and gaps, in order. */
export function segmentsOf({ text, figures, gaps }: Paragraph): Segment[] {
  const marks: { start: number; segment: Segment }[] = [
    ...figures.map((figure) => ({
      start: figure.start,
      segment: { is: 'figure' as const, text: figure.text, figure },
    })),
    ...gaps.map(({ start, length, missing }) => ({
      start,
      segment: { is: 'gap' as const, text: text.slice(start, start + length), missing },
    })),
  ];
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, segment } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start > at) segments.push({ is: 'words', text: text.slice(at, start) });
    segments.push(segment);
    at = start + segment.text.length;
  }
  if (at < text.length) segments.push({ is: 'words', text: text.slice(at) });
  return segments;
}
