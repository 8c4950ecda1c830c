import type { RawRow } from '../table';
import type { CsvRecord } from './records';

const BLOCK = 16;

/**
 * Fills up rows that Excel wrote short: it saves text in blocks of rows and leaves out the delimiters of last columns that are
 * empty in a whole block (StataCorp, “How Excel writes empty cells”), so a 说明 column filled only at the top makes all later
 * rows one cell short. A single short row, or a last one without line end, may have lost a cell: it stays short, to be refused.
 */
export function fillExcelBlocks(rows: readonly CsvRecord[]): readonly RawRow[] {
  const width = rows[0]?.cells.length ?? 0;
  if (rows.every(({ cells }) => cells.length >= width)) return rows;
  const filled: RawRow[] = [];
  for (let start = 0; start < rows.length; start += BLOCK) {
    const block = rows.slice(start, start + BLOCK);
    filled.push(...(isShortBlock(block, width) ? block.map((row) => fillUp(row, width)) : block));
  }
  return filled;
}

function isShortBlock(block: readonly CsvRecord[], width: number): boolean {
  const length = block[0]?.cells.length ?? 0;
  return length < width && block.every(({ cells, ended }) => cells.length === length && ended);
}

const fillUp = ({ number, cells }: CsvRecord, width: number): RawRow => ({
  number,
  cells: [...cells, ...new Array<string>(width - cells.length).fill('')],
});
