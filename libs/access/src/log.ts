import { randomUUID } from 'node:crypto';
import type { Step } from '@juesuan/sql';
import type { AccessDatabase } from './schema';

export type LogAction =
  | 'user-created'
  | 'user-changed'
  | 'password-reset'
  | 'password-changed'
  | 'signed-out-everywhere'
  | 'token-reused'
  | 'restored';

/** One change about a user: when (UTC milliseconds), by whom, what, about whom (empty: everybody); `detail` says what it is now. */
export interface LogEntry {
  readonly at: number;
  readonly by: string;
  readonly action: LogAction;
  readonly whom: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The statement that puts an entry into the log, for the transaction that makes the change. */
export const logged = ({ db }: AccessDatabase, { detail, ...entry }: LogEntry): Step => ({
  query: db
    .insertInto('access_log')
    .values({ ...entry, id: randomUUID(), detail: JSON.stringify(detail) })
    .compile(),
});

/** The latest entries, newest first. */
export async function latest({ db }: AccessDatabase, limit: number): Promise<LogEntry[]> {
  const rows = await db.selectFrom('access_log').selectAll().orderBy('at', 'desc').limit(limit).execute();
  return rows.map(({ at, by, action, whom, detail }) => ({
    at,
    by,
    action: action as LogAction,
    whom,
    detail: JSON.parse(detail) as LogEntry['detail'],
  }));
}
