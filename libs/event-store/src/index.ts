export { eventId } from './event-id';
export { openEventStoreDb } from './eventstoredb/store';
export { recordedUntil } from './merged';
export * from './port';
export { APPLICATION as DATA_FILE_APPLICATION, refuseOtherFormat } from './sqlite/database';
export { openSqliteEventStore } from './sqlite/store';
export { verifySqliteFile } from './sqlite/verifying';
