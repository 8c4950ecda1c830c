import { type EventStore, openEventStoreDb, openSqliteEventStore } from '@juesuan/event-store';
import { dataFileOf } from './data-file';
import type { Settings } from './settings';

/** The event store as the settings choose it; the embedded one's folder is made where it is missing. */
export function openEvents(settings: Settings): EventStore {
  if (settings.eventStoreUrl !== null) return openEventStoreDb(settings.eventStoreUrl);
  return openSqliteEventStore(dataFileOf(settings));
}
