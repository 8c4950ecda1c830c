import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { RuleViolation } from '@juesuan/kernel';
import { Outdated, type Step } from '@juesuan/sql';
import { logged } from './log';
import type { AccessDatabase, SessionTable } from './schema';
import type { Standing } from './standing';
import type { User } from './user';

const IDLE_MS = 12 * 3_600_000;
/** A session ends a week after its signing-in, however busy it is. */
export const SESSION_LIFE_MS = 7 * 86_400_000;
/** Two pages of one browser may send the same token at once; later than this it is a copy. */
const GRACE_MS = 10_000;

/** A signing-in that goes on: who, its family, and the refresh token that comes next. */
export interface Session {
  readonly user: User;
  readonly family: string;
  /** 256 random bits; only its hash is kept here. */
  readonly refreshToken: string;
}

type Issued = Pick<Session, 'family' | 'refreshToken'>;

export const sessionExpired = (): RuleViolation => new RuleViolation('session-expired', '登录已过期，请重新登录。');

/** Refresh tokens: each is good once. One that comes back after its turn was copied, and ends its whole family. */
export class Sessions {
  constructor(
    private readonly database: AccessDatabase,
    private readonly clock: () => number,
    private readonly standing: Standing,
  ) {}

  /** A new family for a user, and the statements that begin it (and clear away what is past its life). */
  begin(user: string): { issued: Issued; steps: Step[] } {
    const now = this.clock();
    const issued = { family: randomUUID(), refreshToken: newToken() };
    const { db } = this.database;
    const old = db
      .deleteFrom('access_session')
      .where((row) => row.not(row.between('started_at', now - SESSION_LIFE_MS, now + SESSION_LIFE_MS)));
    return { issued, steps: [{ query: old.compile() }, this.insert(issued, user, now)] };
  }

  /** Takes a token for the next one; `session-expired` where it is unknown, idle for 12 hours, a week old or a copy. */
  async rotate(token: string): Promise<Issued & { user: string }> {
    const { db, atomically } = this.database;
    const hash = hashOf(token);
    const row = await db.selectFrom('access_session').selectAll().where('token_hash', '=', hash).executeTakeFirst();
    if (!row || !(await this.isGood(row))) throw sessionExpired();
    const now = this.clock();
    const issued = { family: row.family, refreshToken: newToken() };
    const rotated = db
      .updateTable('access_session')
      .set((row) => ({ rotated_at: row.fn.coalesce('rotated_at', row.val(now)) }))
      .where('token_hash', '=', hash);
    try {
      // The row is gone where somebody signed out in between.
      await atomically([
        { query: rotated.compile(), rows: 1 },
        this.insert(issued, row.user_name, now, row.started_at),
      ]);
    } catch (error) {
      throw error instanceof Outdated ? sessionExpired() : error;
    }
    return { ...issued, user: row.user_name };
  }

  end(family: string): Step {
    return { query: this.database.db.deleteFrom('access_session').where('family', '=', family).compile() };
  }

  endAll(user: string): Step {
    return { query: this.database.db.deleteFrom('access_session').where('user_name', '=', user).compile() };
  }

  private async isGood({ family, user_name: user, ...row }: SessionTable): Promise<boolean> {
    const now = this.clock();
    // Either way: what was begun by a clock that ran ahead would be good until then.
    const since = (instant: number): number => Math.abs(now - instant);
    if (since(row.started_at) > SESSION_LIFE_MS || since(row.issued_at) > IDLE_MS) return false;
    if (row.rotated_at === null || since(row.rotated_at) <= GRACE_MS) return true;
    const entry = logged(this.database, { at: now, by: user, action: 'token-reused', whom: user, detail: {} });
    await this.database.atomically([this.end(family), entry]);
    this.standing.forget();
    return false;
  }

  private insert({ family, refreshToken }: Issued, user: string, now: number, startedAt = now): Step {
    const times = { started_at: startedAt, issued_at: now, rotated_at: null };
    const row = { token_hash: hashOf(refreshToken), family, user_name: user, ...times };
    return { query: this.database.db.insertInto('access_session').values(row).compile() };
  }
}

const newToken = (): string => randomBytes(32).toString('base64url');
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
