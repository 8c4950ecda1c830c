/** Where things are kept. */
export interface Settings {
  /** The embedded store: events and, without DATABASE_URL, what is computed from them. */
  readonly db: string;
  /** EventStoreDB instead of the embedded event store. */
  readonly eventStoreUrl: string | null;
  /** PostgreSQL instead of the embedded read store. */
  readonly databaseUrl: string | null;
  /** How many parts of the read store projectors fill side by side, where it is in PostgreSQL. */
  readonly partitions: number;
  /** Whether this process fills the read store; else projectors do, and queries wait for them. */
  readonly projects: boolean;
  /** Modules that threads load first; tests run uncompiled sources with it. */
  readonly preload: readonly string[];
}

export const SETTINGS = Symbol('settings');

/** Settings from the environment; `db` given on the command line comes first, then JUESUAN_DB, then data/juesuan.db. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>, db?: string): Settings {
  return {
    db: db || env['JUESUAN_DB'] || 'data/juesuan.db',
    eventStoreUrl: env['EVENTSTORE_URL'] || null,
    databaseUrl: env['DATABASE_URL'] || null,
    partitions: partitionsIn(env['PROJECTOR_PARTITIONS']),
    projects: env['JUESUAN_PROJECTION'] !== 'off',
    preload: [],
  };
}

const MOST_PARTITIONS = 64;

function partitionsIn(text: string | undefined): number {
  const number = Number(text || '1');
  if (Number.isInteger(number) && number >= 1 && number <= MOST_PARTITIONS) return number;
  throw new Error(`环境变量不能使用：\nPROJECTOR_PARTITIONS：须为 1 到 ${MOST_PARTITIONS} 的整数`);
}
