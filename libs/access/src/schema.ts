import type { SqlDatabase } from '@juesuan/sql';
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

/** Instants are UTC milliseconds; `roles` and `units` are JSON lists. */
export interface UserTable {
  name: string;
  display_name: string;
  roles: string;
  units: string;
  disabled: number;
  /** Null where she signs in elsewhere only (OpenID Connect). */
  password_hash: string | null;
  must_change: number;
  generation: number;
  last_sign_in: number | null;
}

/** Failed sign-ins of a name, whether there is such a user or not: what was typed may be a password, so only its hash is kept. */
export interface AttemptTable {
  name_hash: string;
  failures: number;
  locked_until: number;
  at: number;
}

/** Refresh tokens by hash. Those of one signing-in are a family; `rotated_at` is when the next one took its place. */
export interface SessionTable {
  token_hash: string;
  family: string;
  user_name: string;
  started_at: number;
  issued_at: number;
  rotated_at: number | null;
}

/** What was changed about users; rows are only added. `detail` is JSON. */
export interface LogTable {
  id: string;
  at: number;
  by: string;
  action: string;
  whom: string;
  detail: string;
}

export interface SecretTable {
  name: string;
  value: string;
}

export interface Tables {
  access_user: UserTable;
  access_attempt: AttemptTable;
  access_session: SessionTable;
  access_log: LogTable;
  access_secret: SecretTable;
}

export type AccessDatabase = SqlDatabase<Tables>;

type ColumnType = 'text' | 'integer' | 'bigint';
type Columns<Row> = { readonly [Name in keyof Row]-?: ColumnType };

/** The first column is the key. */
const COLUMNS: { readonly [Name in keyof Tables]: Columns<Tables[Name]> } = {
  access_user: {
    name: 'text',
    display_name: 'text',
    roles: 'text',
    units: 'text',
    disabled: 'integer',
    password_hash: 'text',
    must_change: 'integer',
    generation: 'integer',
    last_sign_in: 'bigint',
  },
  access_attempt: { name_hash: 'text', failures: 'integer', locked_until: 'bigint', at: 'bigint' },
  access_session: {
    token_hash: 'text',
    family: 'text',
    user_name: 'text',
    started_at: 'bigint',
    issued_at: 'bigint',
    rotated_at: 'bigint',
  },
  access_log: { id: 'text', at: 'bigint', by: 'text', action: 'text', whom: 'text', detail: 'text' },
  access_secret: { name: 'text', value: 'text' },
};

const NULLABLE = ['password_hash', 'last_sign_in', 'rotated_at'];

/** Creates the tables where there are none, in one transaction; several processes may open at once. */
export async function createTables({ db, kind, schemaLock, atomically }: AccessDatabase): Promise<void> {
  const found = await db
    .selectFrom('access_secret')
    .select('name')
    .execute()
    // Most likely there is no such table yet; what else is wrong, creating it will tell.
    .catch(() => null);
  if (found !== null) return;
  const tables = Object.entries(COLUMNS).map(([name, columns]) => table(db, name, columns).compile());
  const index = db.schema.createIndex('access_session_family').ifNotExists().on('access_session').column('family');
  const statements = [...schemaLock, ...KEPT[kind]].map((text) => sql.raw(text).compile(db));
  const [lock, kept] = [statements.slice(0, schemaLock.length), statements.slice(schemaLock.length)];
  await atomically([...lock, ...tables, index.compile(), ...kept].map((query) => ({ query })));
}

function table(db: Kysely<Tables>, name: string, columns: Readonly<Record<string, ColumnType>>) {
  return Object.entries(columns).reduce<CreateTableBuilder<string, string>>(
    (built, [column, type], place) =>
      built.addColumn(column, type, (definition) => {
        if (place === 0) return definition.primaryKey();
        return NULLABLE.includes(column) ? definition : definition.notNull();
      }),
    db.schema.createTable(name).ifNotExists(),
  );
}

/** The log refuses change and removal. */
const KEPT: Readonly<Record<AccessDatabase['kind'], readonly string[]>> = {
  sqlite: ['update', 'delete'].map(
    (verb) =>
      `create trigger if not exists access_log_no_${verb} before ${verb} on access_log
       begin select raise(abort, 'access_log is only added to'); end`,
  ),
  postgres: [
    `create or replace function access_log_kept() returns trigger language plpgsql as
     $$ begin raise exception 'access_log is only added to'; end $$`,
    `create or replace trigger access_log_kept before update or delete or truncate on access_log
     for each statement execute function access_log_kept()`,
  ],
};
