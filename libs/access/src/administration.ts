import { RuleViolation } from '@juesuan/kernel';
import { Outdated } from '@juesuan/sql';
import type { Context } from './context';
import { type LogAction, logged } from './log';
import { hashPassword, randomPassword } from './password';
import { canonicalName, checkUser, isActiveAdministrator, type NewUser, type User, type UserChanges } from './user';
import { shown, type StoredUser } from './users';

/** What an administrator does about users; all of it is in the log, with her name. */
export class Administration {
  constructor(private readonly context: Context) {}

  /** Every user, by name. */
  async users(): Promise<User[]> {
    const all = await this.context.users.all();
    const locks = await this.context.attempts.locks(all.map(({ name }) => name));
    return all.map((user) => shown(user, locks.get(user.name) ?? null));
  }

  /** `user-unknown`. */
  async user(name: string): Promise<User> {
    const user = await this.context.users.get(name);
    return shown(user, (await this.context.attempts.locks([user.name])).get(user.name) ?? null);
  }

  /** A new user with a password; `user-exists`, and what `checkUser` refuses. */
  async create(given: NewUser, by: string, password: string, mustChangePassword: boolean): Promise<User> {
    const user = {
      ...given,
      name: canonicalName(given.name),
      roles: distinct(given.roles),
      units: distinct(given.units),
    };
    checkUser(user);
    const fresh = { disabled: false, generation: 1, lastSignIn: null, mustChangePassword };
    const stored = { ...user, ...fresh, passwordHash: await hashPassword(password) };
    try {
      const { users, attempts, database } = this.context;
      const entry = this.log(by, 'user-created', stored, { roles: user.roles, units: user.units });
      await database.atomically([users.insert(stored), attempts.forget(user.name), entry]);
    } catch (error) {
      if (!(error instanceof Outdated)) throw error;
      throw new RuleViolation('user-exists', `已有用户 ${user.name}，请换一个用户名。`, { user: user.name });
    }
    return shown(stored);
  }

  /** Changes name, roles, units or whether she may sign in at all: `user-unknown`, `last-administrator`, what `checkUser` refuses. */
  async change(name: string, changes: UserChanges, by: string): Promise<User> {
    const { users, sessions } = this.context;
    return this.context.change(name, async (user) => {
      const after = { ...user, ...given(changes), generation: user.generation + 1 };
      checkUser(after);
      const other = isActiveAdministrator(user) && !isActiveAdministrator(after) ? await this.otherThan(user) : null;
      const { roles, units, disabled } = after;
      const entry = this.log(by, 'user-changed', user, { fields: Object.keys(given(changes)), roles, units, disabled });
      const ended = disabled ? [sessions.endAll(user.name)] : [];
      const changed = [{ name: user.name, step: users.update(user, after) }];
      if (other !== null) changed.push({ name: other.name, step: users.unchanged(other) });
      // By name: two administrators who take each other out do not wait for each other's row.
      const rows = changed.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ step }) => step);
      return { steps: [...rows, ...ended, entry], answer: shown(after) };
    });
  }

  /** Gives a user a one-time password and answers it; she is signed out everywhere, and no longer locked out. */
  async resetPassword(name: string, by: string): Promise<string> {
    const { users, sessions, attempts } = this.context;
    const password = randomPassword();
    const passwordHash = await hashPassword(password);
    return this.context.change(name, async (user) => {
      const changed = users.update(user, { passwordHash, mustChangePassword: true });
      const entry = this.log(by, 'password-reset', user, {});
      return { steps: [changed, sessions.endAll(user.name), attempts.forget(user.name), entry], answer: password };
    });
  }

  /** An administrator who stays: without one who may sign in, nobody could make users any more. */
  private async otherThan({ name }: StoredUser): Promise<StoredUser> {
    const others = (await this.context.users.all()).filter((user) => user.name !== name);
    const other = others.find(isActiveAdministrator);
    if (other) return other;
    const text = `${name} 是唯一在用的管理员，不能停用，也不能去掉管理角色；请先另设一位管理员。`;
    throw new RuleViolation('last-administrator', text, { user: name });
  }

  private log(by: string, action: LogAction, { name }: Pick<StoredUser, 'name'>, detail: Record<string, unknown>) {
    return logged(this.context.database, { at: this.context.clock(), by, action, whom: name, detail });
  }
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** A field that was left out, or given as undefined, stays as it is. */
function given({ displayName, roles, units, disabled }: UserChanges): UserChanges {
  return {
    ...(displayName === undefined ? {} : { displayName }),
    ...(roles === undefined ? {} : { roles: distinct(roles) }),
    ...(units === undefined ? {} : { units: distinct(units) }),
    ...(disabled === undefined ? {} : { disabled }),
  };
}
