// forbidden: only-sql-opens-postgres — connections and transactions are made in one place
export { Client } from 'pg';
