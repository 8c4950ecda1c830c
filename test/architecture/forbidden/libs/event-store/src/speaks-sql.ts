// forbidden: only-tables-speak-sql — the event store writes bytes, not rows of a schema
export { Kysely } from 'kysely';
