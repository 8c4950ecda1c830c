import { RuleViolation } from '@juesuan/kernel';
import type { Step } from '@juesuan/sql';
import type { AccessDatabase, UserTable } from './schema';
import { canonicalName, isName, type Role, type User } from './user';

/** A user's row as it is read: what others may know, and the hash, which stays in here. */
export interface StoredUser extends Omit<User, 'lockedUntil'> {
  readonly passwordHash: string | null;
}

export const userUnknown = (name: string): RuleViolation =>
  new RuleViolation('user-unknown', `没有用户 ${name}，请核对用户名，或请管理员新建。`, { user: name });

/** The table of users. Every change raises the generation, which also tells a change decided on an outdated row. */
export class Users {
  constructor(
    private readonly database: AccessDatabase,
    private readonly clock: () => number,
  ) {}

  async find(name: string): Promise<StoredUser | null> {
    const known = canonicalName(name);
    if (!isName(known)) return null;
    const query = this.database.db.selectFrom('access_user').selectAll().where('name', '=', known);
    const row = await query.executeTakeFirst();
    return row ? read(row) : null;
  }

  async get(name: string): Promise<StoredUser> {
    const user = await this.find(name);
    if (user === null) throw userUnknown(name);
    return user;
  }

  async all(): Promise<StoredUser[]> {
    return (await this.database.db.selectFrom('access_user').selectAll().orderBy('name').execute()).map(read);
  }

  insert(user: StoredUser): Step {
    const query = this.database.db.insertInto('access_user').values(rowOf(user));
    return { query: query.onConflict((conflict) => conflict.doNothing()).compile(), rows: 1 };
  }

  /** Puts what changes into a user's row; her access tokens end. The transaction fails where she was changed since she was read. */
  update(user: StoredUser, changes: Partial<StoredUser>): Step {
    const changed = rowOf({ ...user, ...changes, generation: user.generation + 1 });
    const query = this.database.db.updateTable('access_user').set(changed).where('name', '=', user.name);
    return { query: query.where('generation', '=', user.generation).compile(), rows: 1 };
  }

  /** Changes nothing; the transaction fails where she was changed since she was read. */
  unchanged({ name, generation }: StoredUser): Step {
    const query = this.database.db.updateTable('access_user').set({ generation }).where('name', '=', name);
    return { query: query.where('generation', '=', generation).compile(), rows: 1 };
  }

  signedIn(user: StoredUser): Step {
    const query = this.database.db.updateTable('access_user').set({ last_sign_in: this.clock() });
    return { query: query.where('name', '=', user.name).compile() };
  }
}

/** What others may know. */
export function shown({ passwordHash: _hash, ...user }: StoredUser, lockedUntil: number | null = null): User {
  return { ...user, lockedUntil };
}

const read = (row: UserTable): StoredUser => ({
  name: row.name,
  displayName: row.display_name,
  roles: JSON.parse(row.roles) as Role[],
  units: JSON.parse(row.units) as string[],
  disabled: row.disabled === 1,
  mustChangePassword: row.must_change === 1,
  generation: row.generation,
  lastSignIn: row.last_sign_in,
  passwordHash: row.password_hash,
});

const rowOf = (user: StoredUser): UserTable => ({
  name: user.name,
  display_name: user.displayName,
  roles: JSON.stringify(user.roles),
  units: JSON.stringify(user.units),
  disabled: user.disabled ? 1 : 0,
  password_hash: user.passwordHash,
  must_change: user.mustChangePassword ? 1 : 0,
  generation: user.generation,
  last_sign_in: user.lastSignIn,
});
