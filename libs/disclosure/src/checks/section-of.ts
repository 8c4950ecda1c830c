import type { ReadDocument } from '../text/read-document';

const NUMBER = /^(?:第[一二三四五六七八九十]+部分|[（(]?[一二三四五六七八九十]+[）)]?)[\s\u3000、.．]*/;

/** The sections that the checks speak of, by their headings without number, as provinces word them. */
export const TITLES = {
  overall: /^收入支出决算总体/,
  income: /^收入决算/,
  expenditure: /^支出决算/,
  fiscal: /^财政拨款收入支出决算总体/,
  generalPublic: /^一般公共预算财政拨款支出决算情况/,
  items: /^一般公共预算财政拨款支出决算具体情况/,
  basic: /^一般公共预算财政拨款基本支出/,
  threePublic: /“三公”经费/,
  governmentFund: /^政府性基金/,
  stateCapital: /^国有资本经营/,
  agency: /^机关运行经费/,
  terms: /^名词解释/,
} as const;

/** A heading and the paragraphs under it. */
export interface ReadSection {
  readonly heading: string;
  /** Without its number. */
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The document by its headings; what stands before the first has none. */
export function sectionsOf({ headings, paragraphs }: ReadDocument): ReadSection[] {
  const sections: { heading: string; title: string; paragraphs: string[] }[] = [];
  let next = 0;
  for (const paragraph of paragraphs) {
    if (paragraph === headings[next]?.text) {
      next += 1;
      sections.push({ heading: paragraph, title: paragraph.replace(NUMBER, ''), paragraphs: [] });
    } else sections.at(-1)?.paragraphs.push(paragraph);
  }
  return sections;
}

/** The paragraphs of the section with a title; null where there is none. Parts and the nine tables have titles too, but no sentences. */
export const sectionOf = (document: ReadDocument, title: RegExp): readonly string[] | null =>
  sectionsOf(document).find(
    ({ title: own, paragraphs }) => title.test(own) && paragraphs.length > 0 && !own.endsWith('表'),
  )?.paragraphs ?? null;

/** The sentences that are computed: of the sections on figures, without the reasons, purposes and quotations that people write. */
export const computedProse = (document: ReadDocument): string[] =>
  sectionsOf(document)
    .filter(({ title }) => /决算|经费|采购|国有资产占用|预算安排/.test(title) && !title.endsWith('表'))
    .flatMap(({ paragraphs }) => paragraphs)
    .map((text) =>
      text
        .replace(/“[^”]*”/g, '…')
        .replace(/（[^）]*）/g, '')
        .replace(/(?:原因|因为|主要情况)[^。]*/g, '…')
        .replace(/(?:主要用于|内容为)[^，。]*/g, '…'),
    );
