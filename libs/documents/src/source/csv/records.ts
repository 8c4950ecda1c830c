import type { RawRow } from '../table';

/** A record of a CSV text; `ended` where a line break closed it, which a file cut off in the middle lacks. */
export interface CsvRecord extends RawRow {
  readonly ended: boolean;
}

/** Why a text is no CSV: a quote never closed, or text after a closing one. */
export class BadQuote extends Error {
  constructor(
    readonly line: number,
    readonly rule: string,
  ) {
    super(rule);
  }
}

/**
 * The records of a text with \n line ends, each with the line it begins on; a quoted cell may hold delimiters, line breaks
 * and doubled quotes. Lines without a quote are split at once, which is what makes large files fast. Throws BadQuote.
 */
export function* records(text: string, delimiter: string): Generator<CsvRecord> {
  let at = 0;
  let line = 1;
  let quote = text.indexOf('"');
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
    if (quote === -1 || quote >= end) {
      yield { number: line, cells: text.slice(at, end).split(delimiter), ended: newline !== -1 };
      at = end + 1;
      line += 1;
      continue;
    }
    const record = quotedRecord(text, at, line, delimiter);
    yield { number: line, cells: record.cells, ended: record.end < text.length };
    line += 1 + lineBreaks(text, at, record.end);
    at = record.end + 1;
  }
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function quotedRecord(text: string, from: number, line: number, delimiter: string): { cells: string[]; end: number } {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, line) : plainCell(text, at, delimiter);
    cells.push(cell.value);
    const next = text[cell.end];
    if (next === undefined || next === '\n') return { cells, end: cell.end };
    if (next !== delimiter) throw new BadQuote(line, '引号之后还有文字，引号没有成对');
    at = cell.end + 1;
  }
}

/** A cell that does not begin with a quote; quotes inside are text, as spreadsheets read them. */
function plainCell(text: string, from: number, delimiter: string): { value: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1;
  return { value: text.slice(from, end), end };
}

function quotedCell(text: string, from: number, line: number): { value: string; end: number } {
  let at = from;
  do {
    at = text.indexOf('"', at + 1);
    if (at === -1) throw new BadQuote(line, '引号没有结束');
  } while (text[at + 1] === '"' && ++at);
  return { value: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 };
}
