import { DRIVER_KINDS, type DriverKind } from '@juesuan/account';

/** What a figure in a sentence is: a cell, a part of an item, or the sum of all items. */
export type Source =
  | { readonly of: 'cell'; readonly table: string; readonly row: string; readonly column: number }
  | { readonly of: 'item'; readonly item: string; readonly figure: ItemFigure }
  | {
      readonly of: 'driver';
      readonly item: string;
      readonly kind: DriverKind;
      /** The one purpose meant; undefined where all drivers of the kind are summed. */
      readonly purpose?: string;
    }
  | { readonly of: 'overall'; readonly figure: 'original' | 'rate' };

/** `variance` is actual − original; `otherRises` and `otherFalls` are drivers too small to be named, summed up. */
export type ItemFigure = 'original' | 'actual' | 'rate' | 'variance' | 'otherRises' | 'otherFalls';

/** The address of a source: `table:05/2080199/2`, `item:2080101/rate`, `item:2080101/driver:supplement:助学金`, `overall:rate`. */
export function addressOf(source: Source): string {
  if (source.of === 'cell') return `table:${source.table}/${source.row}/${source.column}`;
  if (source.of === 'item') return `item:${source.item}/${source.figure}`;
  if (source.of === 'overall') return `overall:${source.figure}`;
  const purpose = source.purpose === undefined ? '' : `:${source.purpose}`;
  return `item:${source.item}/driver:${source.kind}${purpose}`;
}

const CELL = /^table:([^/]+)\/([^/]+)\/(\d+)$/;
const ITEM = /^item:(\d+)\/(original|actual|rate|variance|otherRises|otherFalls)$/;
const DRIVER = new RegExp(`^item:(\\d+)/driver:(${DRIVER_KINDS.join('|')})(?::(.*))?$`, 's');
const OVERALL = /^overall:(original|rate)$/;

/** Reads an address; null for a text that is none. */
export function sourceAt(address: string): Source | null {
  const [, table, row, column] = CELL.exec(address) ?? [];
  if (table !== undefined && row !== undefined) return { of: 'cell', table, row, column: Number(column) };
  const [, item, figure] = ITEM.exec(address) ?? [];
  if (item !== undefined) return { of: 'item', item, figure: figure as ItemFigure };
  const [, whole] = OVERALL.exec(address) ?? [];
  if (whole !== undefined) return { of: 'overall', figure: whole as 'original' | 'rate' };
  const [, driven, kind, purpose] = DRIVER.exec(address) ?? [];
  if (driven === undefined) return null;
  return { of: 'driver', item: driven, kind: kind as DriverKind, ...(purpose === undefined ? {} : { purpose }) };
}
