import { type Comparison, speaking, within } from './comparison';
import { columnLabel } from './labels';
import type { Paper } from './paper';
import { plus } from './side';

const LEVEL_NAMES: Readonly<Record<number, string>> = { 3: '各类之和', 5: '其下各款之和', 7: '其下各项之和' };

/** 合计 = Σ类, 类 = Σ款, 款 = Σ项, in every column; also for a parent that is missing although its children are printed. */
export function levelsAddUp(paper: Paper, table: string, columns: number): Comparison[] {
  const codes = paper.rows(table);
  const parents = new Set(['total', ...codes.flatMap((code) => [code.slice(0, 3), code.slice(0, 5)])]);
  const comparisons = [...parents].flatMap((parent) => {
    const length = parent === 'total' ? 3 : parent.length + 2;
    const children = codes.filter((code) => code.length === length && (parent === 'total' || code.startsWith(parent)));
    return Array.from({ length: columns }, (_, column) =>
      within(paper.cell(table, parent, column), paper.sum(table, children, column, LEVEL_NAMES[length] ?? '')),
    );
  });
  return speaking(comparisons);
}

/** In every row the column `total` is the sum of the columns `parts`. */
export function columnsAddUp(
  paper: Paper,
  table: string,
  total: number,
  parts: readonly number[],
  rows: readonly string[] = ['total', ...paper.rows(table)],
): Comparison[] {
  const label = parts.map((part) => columnLabel(table, part).slice(1)).join('＋');
  const partsOf = (row: string) => parts.map((part) => paper.cell(table, row, part));
  return speaking(rows.map((row) => within(paper.cell(table, row, total), plus(partsOf(row), label))));
}
