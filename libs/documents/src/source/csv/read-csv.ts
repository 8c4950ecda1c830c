import { parse } from 'node:path';
import { buildTable } from '../build-table';
import { refusal } from '../import-refused';
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
  return buildTable(file, tableName(parse(file).name), fillExcelBlocks(rows));
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
