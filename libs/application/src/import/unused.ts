import { askedBy, type Profile, type RecordedFact } from '@juesuan/disclosure';
import { quoted } from '@juesuan/kernel';
import { grouped } from './grouped';
import type { Planned } from './plan';

const SHOWN = 20;

/**
 * The names of 05 and 06 that no publication format asks for. They are kept and refused by nothing (CASES.md); but a misspelt name
 * looks the same, and its figure would be missing from the text.
 */
export function unusedNames(planned: readonly Planned[], profiles: { readonly all: readonly Profile[] }): string[] {
  const named = planned.flatMap((row) => {
    const fact = factOf(row);
    return fact === null ? [] : [{ ...row, fact }];
  });
  if (named.length === 0) return [];
  const asked = profiles.all.map(askedBy);
  const unused = named.filter(({ fact }) => !asked.some((asks) => asks(fact)));
  return [...grouped(unused, ({ reader }) => reader.table.file)].map(([file, rows]) => {
    const shown = rows.slice(0, SHOWN).map(({ reader, fact }) => `${quoted(fact.name)}（第 ${reader.row.number} 行）`);
    const more = rows.length > SHOWN ? ` 等共 ${rows.length} 个` : '';
    return `${file} 中 ${shown.join('、')}${more}没有一种公开格式的正文用到，已照样记录；如是写错，请改正名称后再导入。`;
  });
}

function factOf({ command: { type, data } }: Planned): RecordedFact | null {
  if (type === 'RecordDisclosure') return { of: 'disclosure', name: data.name };
  return type === 'RecordPriorYearAccount' ? { of: 'prior', document: data.document, name: data.name } : null;
}
