import type { EventStore } from '@juesuan/event-store';
import { openReadStore, type ReadStore, type ReadStoreLocation } from '@juesuan/read-store';
import { Inject, Injectable, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { dataFileOf } from './data-file';
import { openEvents } from './open-events';
import { SETTINGS, type Settings } from './settings';

export const EVENT_STORE = Symbol('event store');
export const READ_STORE = Symbol('read store');

/** The two stores as the settings choose them. */
export const storeProviders: Provider[] = [
  { provide: EVENT_STORE, inject: [SETTINGS], useFactory: openEvents },
  { provide: READ_STORE, inject: [SETTINGS, EVENT_STORE], useFactory: readStoreFor },
];

function readStoreFor(settings: Settings): Promise<ReadStore> {
  return openReadStore(tablesLocation(settings), settings.partitions);
}

/** The database that holds the read store, and beside it whatever else is kept in tables. */
export function tablesLocation(settings: Settings): ReadStoreLocation {
  if (settings.databaseUrl !== null) return { postgresUrl: settings.databaseUrl };
  return { sqliteFile: dataFileOf(settings) };
}

/** Lets go of both stores when the application ends. */
@Injectable()
export class StoreShutdown implements OnApplicationShutdown {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.readStore.close();
    await this.events.close();
  }
}
