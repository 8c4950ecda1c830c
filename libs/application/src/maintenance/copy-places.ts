import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type EventStore, openEventStoreDb, openSqliteEventStore } from '@juesuan/event-store';
import { RuleViolation } from '@juesuan/kernel';
import { refuseStrange } from '../data-file';
import { makeFolder } from '../folder';
import type { Settings } from '../settings';

/** Where events are copied from or to: EventStoreDB's address, or a data file. */
const isAddress = (place: string): boolean => /^[a-z][a-z+]*:\/\//i.test(place);

/** The store that the settings choose, as a place. */
export const placeIn = ({ eventStoreUrl, db }: Settings): string => eventStoreUrl ?? db;

/** Opens both ends of a copy, does the work and closes them. Refused: `copy-onto-itself`, `data-file-missing`, `not-a-data-file`. */
export async function betweenStores<T>(
  from: string,
  to: string,
  work: (source: EventStore, target: EventStore) => Promise<T>,
): Promise<T> {
  if (canonical(from) === canonical(to)) {
    throw new RuleViolation('copy-onto-itself', '来源和目标是同一处，请用 --from 或 --to 指明另一处。');
  }
  const source = opened(from, false);
  try {
    const target = opened(to, true);
    try {
      return await work(source, target);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

const canonical = (place: string): string => (isAddress(place) ? place : resolve(place));

function opened(place: string, mayBeNew: boolean): EventStore {
  if (isAddress(place)) return openEventStoreDb(place);
  if (!existsSync(place)) {
    if (!mayBeNew) throw new RuleViolation('data-file-missing', `没有数据文件 ${place}。`, { file: place });
    makeFolder(dirname(place));
  }
  refuseStrange(place);
  return openSqliteEventStore(place);
}
