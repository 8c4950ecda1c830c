import type { CellError } from './import-refused';
import type { SourceTable } from './table';
import { headerText } from './text';

/**
 * Whether a table has the headers it must: one error for each that is missing or stands there twice, one warning for each
 * column that nothing reads — offices keep remarks beside their data, so those are told and not refused.
 */
export function requireColumns(
  { file, headers }: SourceTable,
  wanted: readonly string[],
): { errors: CellError[]; warnings: string[] } {
  const names = wanted.map(headerText);
  const error = (column: string, rule: string, advice: string): CellError => ({
    file,
    row: null,
    column,
    value: null,
    rule,
    advice,
  });
  const missing = names.filter((name) => !headers.includes(name));
  const twice = headers.filter((header, index) => headers.indexOf(header) < index);
  const extra = headers.filter((header) => !names.includes(header));
  const present = `现有的列：${headers.join('、')}。表头须是第一行，上方不要有标题`;
  return {
    errors: [
      ...missing.map((name) => error(name, `缺少“${name}”列`, present)),
      ...[...new Set(twice)].map((name) => error(name, `“${name}”列有两个`, '请删去或改名其中一个')),
    ],
    warnings: [...new Set(extra)].map((name) => `${file} 的“${name}”列不在规定的列之内，没有使用。`),
  };
}
