// forbidden: only-event-store-knows-eventstoredb — its traps are guarded in one place
export { EventStoreDBClient } from '@eventstore/db-client';
