import { type CellError, ImportRefused } from './import-refused';
import { kindOf } from './names';
import type { SourceTable } from './table';

/** Tables that were laid down together: all CSV files of a folder, all workbooks of one table each, or one workbook of many. */
export interface Origin {
  readonly origin: string;
  readonly tables: readonly SourceTable[];
}

/**
 * Refuses a folder that has the same kind of table twice over, as a CSV and as a sheet, or two tables of one name: most likely
 * one is an older copy of the other, and taking both would double the year.
 */
export function assertOneOrigin(origins: readonly Origin[]): void {
  const first = new Map<string, { origin: string; table: SourceTable }>();
  const names = new Map<string, SourceTable>();
  const errors: CellError[] = [];
  for (const { origin, tables } of origins) {
    for (const table of tables) {
      const kind = first.get(kindOf(table.name)) ?? { origin, table };
      const twin = kind.origin === origin ? names.get(table.name) : kind.table;
      if (twin) errors.push(ambiguous(table, twin));
      first.set(kindOf(table.name), kind);
      names.set(table.name, table);
    }
  }
  if (errors.length > 0) throw new ImportRefused(errors);
}

const ambiguous = ({ file, name }: SourceTable, twin: SourceTable): CellError => ({
  file,
  row: null,
  column: null,
  value: name,
  rule: `与“${twin.file}”是同一种表，不知以哪个为准`,
  advice: '请只保留一个，把另一个移出文件夹',
});
