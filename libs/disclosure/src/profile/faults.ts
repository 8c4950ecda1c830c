import { NAMED_ROWS, STATEMENTS } from '@juesuan/account';
import { columnsOf } from './columns';
import { KIND_CODES } from '../variance/variance-kind';
import { type Profile, SECTION_IDS, VARIANCE_SECTION } from './schema';
import { sectionFaults } from './section-faults';
import { wordingFaults } from './wordings';

/** What is wrong with a profile beyond its shape: wordings, wrong number of columns, forgotten or doubled rows, rows without a name. */
export function faultsOf(profile: Profile): string[] {
  const { forms, labels, variance } = profile;
  const unknown = Object.keys(variance.kinds).filter((code) => !KIND_CODES.includes(code));
  return [
    ...wordingFaults(profile),
    ...sectionFaults(profile),
    ...placeFaults(profile),
    ...unknown.map((code) => `variance.kinds.${code}：没有这一差异类型`),
    ...[...STATEMENTS.values()].flatMap(({ id, columns }) => {
      const form = forms[id];
      if (!form) return [`forms.${id}：缺少`];
      const printed = columnsOf(form.columns).length;
      const names = { ...labels, ...form.labels };
      return [
        ...(printed === columns ? [] : [`forms.${id}.columns：应为 ${columns} 列，现为 ${printed} 列`]),
        ...rowFaults(id, form.rows, names).map((fault) => `forms.${id}.${fault}`),
      ];
    }),
  ];
}

/** A section that is listed has a file; a file of a province's own is listed, else its name is a slip and the section would be the standard's. */
function placeFaults({ sections, document }: Profile): string[] {
  const { final, budget } = document;
  const listed = [...final.parts, ...budget.parts].flatMap((part) => part.sections);
  const known: readonly string[] = [...SECTION_IDS, VARIANCE_SECTION, ...Object.keys(sections)];
  const own = Object.keys(sections).filter((id) => !(SECTION_IDS as readonly string[]).includes(id));
  return [
    ...listed.filter((id) => !known.includes(id)).map((id) => `document：没有章节“${id}”，请写一个 ${id}.yaml`),
    ...own.filter((id) => !listed.includes(id)).map((id) => `sections.${id}：没有列入 document 的任何一部分`),
  ];
}

function rowFaults(id: string, rows: readonly string[] | undefined, names: Readonly<Record<string, string>>): string[] {
  const required = NAMED_ROWS[id];
  if (!required) return names['total'] === undefined ? ['labels.total：缺少'] : [];
  const listed = rows ?? [];
  const missing = required.filter((row) => !listed.includes(row));
  const doubled = listed.filter((row, index) => listed.indexOf(row) !== index);
  const nameless = listed.filter((row) => !/^(?:out\.)?\d+$/.test(row) && names[row] === undefined);
  return [
    ...missing.map((row) => `rows：缺少行 ${row}`),
    ...doubled.map((row) => `rows：行 ${row} 重复`),
    ...nameless.map((row) => `labels.${row}：缺少`),
  ];
}
