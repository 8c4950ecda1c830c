export { eventId } from './event-id';
export { openEventStoreDb } from './eventstoredb/store';
export * from './port';
export { openSqliteEventStore } from './sqlite/store';
