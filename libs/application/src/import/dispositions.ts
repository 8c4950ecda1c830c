import { ImportRefused, readSources, requireColumns } from '@juesuan/documents';
import { YEAR_END_OUTCOMES } from '@juesuan/execution';
import type { UnitDisposition } from '../recording/close-units';
import { lineOf } from './line-of';
import { RowReader } from './row';

const COLUMNS = ['功能分类科目', '资金性质', '支出类型', '项目名称', '处理', '文号', '事由'] as const;
const UNIT = '单位编码';

/**
 * Reads what becomes of each line's unspent quota at closing; lines not listed go on as 结转. A column 单位编码 says whose line it
 * is, where several units are closed. Throws ImportRefused.
 */
export async function readDispositions(path: string): Promise<UnitDisposition[]> {
  const { tables } = await readSources(path);
  const missing = tables.flatMap(
    (table) => requireColumns(table, table.headers.includes(UNIT) ? [UNIT, ...COLUMNS] : COLUMNS).errors,
  );
  if (missing.length > 0) throw new ImportRefused(missing);
  const readers = tables.flatMap((table) => table.rows.map((row) => new RowReader(table, row)));
  const dispositions = readers.map(disposition);
  const errors = readers.flatMap((reader) => reader.errors);
  if (errors.length > 0) throw new ImportRefused(errors);
  return dispositions;
}

function disposition(reader: RowReader): UnitDisposition {
  const unit = UNIT in reader.row.cells ? reader.required(UNIT) : null;
  const line = lineOf(reader);
  const outcome = reader.word('处理', YEAR_END_OUTCOMES);
  if (outcome !== 'recall') return { unit, line, outcome };
  return { unit, line, outcome, documentNumber: reader.required('文号'), purpose: reader.required('事由') };
}
