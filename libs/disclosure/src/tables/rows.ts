import type { Table } from '@juesuan/account';
import { type BookName, parentsOf } from '@juesuan/classification';

/** The digits of a row key that stands for a code: `2080199`, `out.208`; null for the other rows. */
export const codeOf = (key: string): string | null => /^(?:out\.)?(\d+)$/.exec(key)?.[1] ?? null;

/** Rows of a table by code: the total, then every 类 followed by its parts; parents that came to zero stand all the same. */
export function rowsByCode(table: Table, book: BookName): string[] {
  const codes = table.rows.flatMap(({ key }) => codeOf(key) ?? []);
  if (table.rows.length === 0) return [];
  const withParents = new Set(codes.flatMap((code) => [...parentsOf(book, code), code]));
  return ['total', ...[...withParents].sort()];
}

/** The rows a form lists, and every other row with a figure at its place: after the greatest listed code below its own. */
export function listedRows(listed: readonly string[], table: Table): string[] {
  const rows = [...listed];
  const missing = table.rows.map(({ key }) => key).filter((key) => !listed.includes(key));
  for (const key of missing.sort()) rows.splice(placeFor(key, rows), 0, key);
  return rows;
}

function placeFor(key: string, rows: readonly string[]): number {
  const code = codeOf(key);
  if (code === null) return rows.length;
  let place = rows.findIndex((row) => codeOf(row) !== null);
  let nearest = '';
  rows.forEach((row, index) => {
    const other = codeOf(row);
    if (other === null || other >= code || other < nearest) return;
    nearest = other;
    place = index + 1;
  });
  return place < 0 ? rows.length : place;
}
