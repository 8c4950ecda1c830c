import { basename, extname } from 'node:path';
import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import { decode } from './decode';
import { cleanText, ImportRefused, type SourceTable, tableOf } from './source-table';

/** Reads a CSV file; the delimiter (comma, semicolon, tab) is taken from its first line. Throws ImportRefused with the line. */
export function readCsv(bytes: Uint8Array, file: string): SourceTable {
  const text = decode(bytes, file);
  const rows: { number: number; cells: string[] }[] = [];
  const take = (record: string[], info: InfoRecord): null => {
    rows.push({ number: firstLine(record, info), cells: record.map(cleanText) });
    return null;
  };
  try {
    parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, on_record: take });
  } catch (error) {
    throw error instanceof CsvError ? brokenQuotes(file, error) : error;
  }
  return tableOf(file, basename(file, extname(file)), rows);
}

/** The parser counts the lines up to a record's end; a cell with line breaks makes the record begin earlier. */
const firstLine = (record: readonly string[], { lines }: InfoRecord): number =>
  lines - record.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r\n|\r|\n/, 1);
  const count = (delimiter: string): number => head.split(delimiter).length;
  return [',', '\t', ';'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function brokenQuotes(file: string, error: CsvError): ImportRefused {
  const row = typeof error['lines'] === 'number' ? error['lines'] : null;
  const advice = '请用 Excel/WPS 打开核对此行，再另存为 CSV';
  return new ImportRefused([{ file, row, column: null, value: null, rule: '引号不成对，无法分清各格', advice }]);
}
