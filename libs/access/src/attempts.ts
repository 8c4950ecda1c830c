import { createHash } from 'node:crypto';
import { Outdated, type Step } from '@juesuan/sql';
import { FORGOTTEN_AFTER_MS, lockAfter, lockedOut, lockLeft } from './lock-out';
import type { AccessDatabase } from './schema';

const MOST_RACES = 20;

/** Counts failed sign-ins by name. A name that no user has is counted as well: whether it exists cannot be told from the answers. */
export class Attempts {
  constructor(
    private readonly database: AccessDatabase,
    private readonly clock: () => number,
  ) {}

  /**
   * Counts an attempt as failed before its password is looked at, so that a thousand at once get no more guesses than one after
   * another; a right password forgets them. Throws `locked-out` while the name is locked.
   */
  async begin(name: string): Promise<void> {
    for (let race = 0; race < MOST_RACES; race++) {
      try {
        return await this.count(hashOf(name));
      } catch (error) {
        if (!(error instanceof Outdated)) throw error;
      }
    }
    throw lockedOut(0);
  }

  /** The statement that forgets a name's failures. */
  forget(name: string): Step {
    return { query: this.database.db.deleteFrom('access_attempt').where('name_hash', '=', hashOf(name)).compile() };
  }

  /** Until when each of these names is locked, by name. */
  async locks(names: readonly string[]): Promise<Map<string, number>> {
    const byHash = new Map(names.map((name) => [hashOf(name), name]));
    const now = this.clock();
    const rows = await this.database.db
      .selectFrom('access_attempt')
      .select(['name_hash', 'locked_until'])
      .where('locked_until', '>', now)
      .execute();
    const locked = rows.filter(({ locked_until }) => lockLeft(locked_until, now) > 0);
    return new Map(locked.map(({ name_hash, locked_until }) => [byHash.get(name_hash) ?? '', locked_until]));
  }

  private async count(hash: string): Promise<void> {
    const { db, atomically } = this.database;
    const now = this.clock();
    const row = await db.selectFrom('access_attempt').selectAll().where('name_hash', '=', hash).executeTakeFirst();
    const left = lockLeft(row?.locked_until ?? 0, now);
    if (left > 0) throw lockedOut(left);
    const failures = (row && row.at > now - FORGOTTEN_AFTER_MS ? row.failures : 0) + 1;
    const counted = { failures, locked_until: now + lockAfter(failures), at: now };
    const key = { name_hash: hash, ...counted };
    if (row) {
      const seen = db.updateTable('access_attempt').set(counted).where('name_hash', '=', hash);
      return atomically([{ query: seen.where('failures', '=', row.failures).compile(), rows: 1 }]);
    }
    const first = db.insertInto('access_attempt').values(key);
    const old = db.deleteFrom('access_attempt').where('at', '<', now - FORGOTTEN_AFTER_MS);
    const query = first.onConflict((conflict) => conflict.doNothing()).compile();
    return atomically([{ query: old.compile() }, { query, rows: 1 }]);
  }
}

const hashOf = (name: string): string => createHash('sha256').update(name).digest('hex');
