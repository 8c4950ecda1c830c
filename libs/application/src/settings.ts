/** Where things are kept. */
export interface Settings {
  /** The embedded store: events and, without DATABASE_URL, what is computed from them. */
  readonly db: string;
  /** EventStoreDB instead of the embedded event store. */
  readonly eventStoreUrl: string | null;
  /** PostgreSQL instead of the embedded read store. */
  readonly databaseUrl: string | null;
  /** Whether this process fills the read store; else projectors do, and queries wait for them. */
  readonly projects: boolean;
}

export const SETTINGS = Symbol('settings');

/** Settings from the environment; `db` given on the command line comes first, then JUESUAN_DB, then data/juesuan.db. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>, db?: string): Settings {
  return {
    db: db || env['JUESUAN_DB'] || 'data/juesuan.db',
    eventStoreUrl: env['EVENTSTORE_URL'] || null,
    databaseUrl: env['DATABASE_URL'] || null,
    projects: env['JUESUAN_PROJECTION'] !== 'off',
  };
}
