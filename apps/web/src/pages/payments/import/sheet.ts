/** A CSV file of an import as the browser holds it, so that cells can be corrected without a spreadsheet. */
export interface Sheet {
  readonly name: string;
  readonly delimiter: string;
  readonly records: readonly SheetRecord[];
}

/** A record with the line of the file that it begins on: the service names rows by it. */
export interface SheetRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [',', '\t', ';'];

/** The file's rows; null for what is no CSV (workbooks are corrected where they were made). */
export async function sheetOf(file: File): Promise<Sheet | null> {
  if (!/\.(csv|txt|tsv)$/i.test(file.name)) return null;
  const text = decode(await file.arrayBuffer())
    ?.replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n');
  if (text === undefined) return null;
  const header = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const delimiter = DELIMITERS.toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? ',';
  return { name: file.name, delimiter, records: recordsOf(text, delimiter) };
}

/** UTF-8, else what Chinese Excel calls CSV. */
function decode(bytes: ArrayBuffer): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return undefined;
}

function recordsOf(text: string, delimiter: string): SheetRecord[] {
  const records: SheetRecord[] = [];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}\\n]*))(${delimiter}|\\n|$)`, 'y');
  let line = 1;
  let begun = 1;
  let cells: string[] = [];
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) return records;
    const [whole, quoted, plain = '', end] = found;
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    line += whole.split('\n').length - 1;
    if (end === delimiter && cell.lastIndex < text.length) continue;
    records.push({ line: begun, cells });
    begun = line;
    cells = [];
  }
  return records;
}

/** The columns' names: the first row in which anything stands. */
export const headersOf = ({ records }: Sheet): readonly string[] =>
  records.find(({ cells }) => cells.some((text) => text.trim() !== ''))?.cells ?? [];

/** Names of columns are compared as the service does: full-width and plain brackets are the same. */
export const columnOf = (sheet: Sheet, name: string): number =>
  headersOf(sheet).findIndex((header) => plain(header) === plain(name));

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');

/** The sheet with one cell corrected. */
export const corrected = (sheet: Sheet, line: number, column: number, text: string): Sheet => ({
  ...sheet,
  records: sheet.records.map((record) =>
    record.line === line ? { ...record, cells: record.cells.with(column, text) } : record,
  ),
});

/** The sheet as a file again, for the next try. */
export function fileOf({ name, delimiter, records }: Sheet): File {
  const quoted = (text: string): string =>
    /["\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = records.map(({ cells }) => cells.map(quoted).join(delimiter));
  return new File([lines.join('\n'), '\n'], name, { type: 'text/csv' });
}
