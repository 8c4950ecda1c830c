import { EXPENDITURE_KINDS, FUND_SOURCES } from '@juesuan/classification';
import { ImportRefused, readSources, requireColumns } from '@juesuan/documents';
import type { YearEndDisposition } from '@juesuan/execution';
import { RowReader } from './import/row';

const COLUMNS = ['功能分类科目', '资金性质', '支出类型', '项目名称', '处理', '文号', '事由'] as const;

const OUTCOMES = { carryover: '结转', surplus: '结余', recall: '收回' } as const;

/** Reads what becomes of each line's unspent quota at closing; lines not listed go on as 结转. Throws ImportRefused. */
export async function readDispositions(path: string): Promise<YearEndDisposition[]> {
  const { tables } = await readSources(path);
  const missing = tables.flatMap((table) => requireColumns(table, COLUMNS).errors);
  if (missing.length > 0) throw new ImportRefused(missing);
  const readers = tables.flatMap((table) => table.rows.map((row) => new RowReader(table, row)));
  const dispositions = readers.map(disposition);
  const errors = readers.flatMap((reader) => reader.errors);
  if (errors.length > 0) throw new ImportRefused(errors);
  return dispositions;
}

function disposition(reader: RowReader): YearEndDisposition {
  const line = {
    fundSource: reader.word('资金性质', FUND_SOURCES),
    item: reader.required('功能分类科目'),
    kind: reader.word('支出类型', EXPENDITURE_KINDS),
    project: reader.text('项目名称'),
  };
  const outcome = reader.word('处理', OUTCOMES);
  if (outcome !== 'recall') return { line, outcome };
  return { line, outcome, documentNumber: reader.required('文号'), purpose: reader.required('事由') };
}
