import {
  type Gap,
  type Paragraph,
  type PublishedDocument,
  type RecordedFact,
  sourceAt,
  textsIn,
} from '@juesuan/disclosure';
import type { Lacking } from '@juesuan/documents';
import { nameInReasons } from '../import/own-texts';

/** What a document still waits for, each once, in its order: the gaps of its sentences and small tables, and wordings that its figures have left behind, with the row that mends each. */
export function lackingIn(document: PublishedDocument): Lacking[] {
  const all = textsIn(document).flatMap(({ heading: where, paragraph }) => {
    const { key, stale, gaps = [] } = paragraph;
    const again = stale === undefined ? [] : [{ where, missing: stale, file: '07-差异原因', name: nameInReasons(key) }];
    return [...gaps.flatMap((gap) => filled(gap, paragraph, where)), ...again];
  });
  return [...new Map(all.map((each) => [`${each.file}/${each.name}`, each])).values()];
}

/** A gap with neither text nor fact of its own is filled by writing its paragraph anew. */
function filled({ missing, key, facts = [] }: Gap, paragraph: Paragraph, where: string): Lacking[] {
  const rows = facts.map(sourceAt).flatMap((fact) => (fact?.of === 'prior' || fact?.of === 'disclosure' ? [fact] : []));
  if (rows.length > 0) return rows.map((fact) => ({ where, missing: fact.name, file: fileOf(fact), name: fact.name }));
  return [{ where, missing, file: '07-差异原因', name: nameInReasons(key ?? paragraph.key) }];
}

function fileOf(fact: RecordedFact): string {
  if (fact.of === 'disclosure') return '06-其他事项';
  return fact.document === 'account' ? '05-上年决算' : '05-上年预算';
}
