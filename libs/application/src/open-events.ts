import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type EventStore, openEventStoreDb, openSqliteEventStore } from '@juesuan/event-store';
import type { Settings } from './settings';

/** The event store as the settings choose it; the embedded one's folder is made where it is missing. */
export function openEvents(settings: Settings): EventStore {
  if (settings.eventStoreUrl !== null) return openEventStoreDb(settings.eventStoreUrl);
  mkdirSync(dirname(settings.db), { recursive: true });
  return openSqliteEventStore(settings.db);
}
