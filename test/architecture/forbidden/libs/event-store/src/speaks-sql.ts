// forbidden: only-read-store-speaks-sql — the read store alone knows PostgreSQL
export { Kysely } from 'kysely';
export { Client } from 'pg';
