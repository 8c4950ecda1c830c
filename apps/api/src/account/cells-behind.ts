import { type Source, sourceAt } from '@juesuan/disclosure';
import type { SourceCellDto } from './account.dto';

/** The printed cells that a sentence's figure restates; none for what no table of the document prints. */
export function cellsBehind(address: string): SourceCellDto[] {
  const source = sourceAt(address);
  return source === null ? [] : cellsOf(source);
}

function cellsOf(source: Source): SourceCellDto[] {
  if (source.of === 'cell') return [{ table: source.table, row: source.row, column: source.column }];
  if (source.of === 'item' && source.figure === 'actual') return [{ table: '05', row: source.item, column: 0 }];
  if (source.of === 'item' && source.figure === 'original') return [{ table: 'Y05', row: source.item, column: 0 }];
  return [];
}
