import { placeAt } from '@juesuan/account';
import type { BookName } from '@juesuan/classification';
import { ADDRESSED } from './quantity';
import { type Source, sourceAt } from './sources';

/** Whether a code stands in the book of the report's year. */
export type KnowsCode = (book: BookName, code: string) => boolean;

/**
 * What stands in braces in somebody's text and can never be a figure: no address, a table, row or column that does not exist, a code
 * that the year's books lack, a brace without its other half. A fact that is only not recorded yet is none of these.
 */
export function strangePlaceholders(text: string, knows: KnowsCode): string[] {
  const written = [...text.matchAll(ADDRESSED)].flatMap(([whole, address = '']) => {
    const source = sourceAt(address);
    return source !== null && isFigure(source, knows) ? [] : [whole];
  });
  return [...written, ...(text.replace(ADDRESSED, '').match(/[{}]/g) ?? [])];
}

function isFigure(source: Source, knows: KnowsCode): boolean {
  switch (source.of) {
    case 'cell': {
      const place = placeAt(source.table, source.row, source.column);
      return place !== null && (place.book === null || knows(place.book, place.code));
    }
    case 'item':
    case 'driver':
      return knows('functional', source.item);
    case 'paid':
      return knows('economic', source.economicItem);
    case 'derived':
      return source.from.every((one) => isFigure(one, knows));
    default:
      return true;
  }
}
