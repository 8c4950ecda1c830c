export { eventId } from './event-id';
export * from './port';
export { openSqliteEventStore } from './sqlite/store';
