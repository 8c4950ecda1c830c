import { parse } from 'node:path';
import { buildTable, isFilled } from '../build-table';
import { type CellError, refusal } from '../import-refused';
import { assertSize } from '../limits';
import { tableName } from '../names';
import type { SourceTable } from '../table';
import { visible } from '../text';
import { decode } from './decode';
import { fillExcelBlocks } from './excel-blocks';
import { BadQuote, type CsvRecord, records } from './records';

const DELIMITERS = [',', '\t', ';'];
const LONGEST_HEADER = 100_000;

/** Reads a CSV as Excel, WPS and exports write it; throws ImportRefused with everything that is wrong with its form. */
export function readCsv(bytes: Uint8Array, file: string): SourceTable {
  assertSize(bytes.length, file);
  const text = visible(decode(bytes, file));
  const rows = recordsOf(text, delimiterOf(text), file);
  return buildTable(file, tableName(parse(file).name), fillExcelBlocks(rows), () => tooLong(rows, file));
}

/**
 * Rows with more cells than the header row, be the last ones empty: an amount with a thousands separator and without quotes
 * makes two cells, and everything after it stands one column further.
 */
function tooLong(rows: readonly CsvRecord[], file: string): CellError[] {
  const wide = rows.find(isFilled)?.cells.length ?? 0;
  const long = rows.filter((row) => row.cells.length > wide && isFilled(row));
  const onlyEmpty = long.filter(({ cells }) => cells.slice(wide).every((cell) => cell.trim() === ''));
  const advice = '请核对：金额里的千分位逗号须去掉，或把金额放进引号；行末不要多出分隔符';
  return onlyEmpty.map(({ number, cells }) => ({
    file,
    row: number,
    column: null,
    value: cells.join(' | '),
    rule: `这一行有 ${cells.length} 格，表头只有 ${wide} 格`,
    advice,
  }));
}

/** The delimiter that stands most often in the first record with text, whose quoted cells may hold line breaks; else a comma. */
function delimiterOf(text: string): string {
  const header = /^.*\S.*$/m.exec(text.slice(0, LONGEST_HEADER).replace(/(?<=^|[,;\t\n])"[^"]*"/g, 'x'))?.[0] ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

function recordsOf(text: string, delimiter: string, file: string): CsvRecord[] {
  try {
    return [...records(text, delimiter)];
  } catch (error) {
    if (!(error instanceof BadQuote)) throw error;
    throw refusal(file, error.line, error.rule, '请核对这一行起的双引号：格内的双引号要写两遍');
  }
}
