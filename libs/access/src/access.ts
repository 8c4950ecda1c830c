import { randomBytes } from 'node:crypto';
import { type DatabaseLocation, openDatabase } from '@juesuan/sql';
import { Administration } from './administration';
import { Context } from './context';
import { type Credentials, demoUsers, firstAdministrator } from './first-users';
import { latest, type LogEntry, logged } from './log';
import { randomPassword } from './password';
import { type AccessDatabase, createTables, type Tables } from './schema';
import type { Session } from './sessions';
import { SigningIn } from './signing-in';
import type { NewUser, User, UserChanges } from './user';

export type { Credentials } from './first-users';

/**
 * Who may sign in and with which rights, kept beside what is computed from the events and untouched by its rebuild. Refusals are
 * RuleViolations; passwords and tokens are kept as hashes only. `by` is the administrator, for the log.
 */
export interface Access {
  /** `sign-in-failed` for an unknown name and a wrong password alike, after the same time; `locked-out`; `user-disabled`. */
  signIn(name: string, password: string): Promise<Session>;
  /** For who was recognised elsewhere: `user-unknown`, `user-disabled`. */
  signInTrusted(name: string): Promise<Session>;
  /** The next refresh token for this one; `session-expired`. One that comes back after its turn ends its family. */
  refresh(token: string): Promise<Session>;
  signOut(family: string): Promise<void>;
  signOutEverywhere(name: string): Promise<void>;
  /** Signs her out everywhere but here: `wrong-password`, `locked-out`, `password-weak`, `password-unchanged`. */
  changePassword(name: string, current: string, next: string): Promise<Session>;
  /** What the access tokens of her signing-in must carry, null where none is good; two seconds old where another process ended it. */
  generation(name: string, family: string): Promise<number | null>;

  users(): Promise<User[]>;
  /** `user-unknown`. */
  user(name: string): Promise<User>;
  /** A user with a one-time password: `user-exists`, `user-name-malformed`, `display-name-missing`, `role-missing`. */
  createUser(user: NewUser, by: string): Promise<Credentials>;
  /** Her access tokens end; disabled, her sessions too. `user-unknown`, `last-administrator`, as for a new user. */
  changeUser(name: string, changes: UserChanges, by: string): Promise<User>;
  /** A one-time password; ends her sessions and her lock. `user-unknown`. */
  resetPassword(name: string, by: string): Promise<string>;
  /**
   * After a restore: ends every session and every token, of which the restored tables would bring back those ended since. `detail`
   * says in the log what was restored.
   */
  endEverySession(by: string, detail: Readonly<Record<string, unknown>>): Promise<void>;
  /** What was changed about users, newest first. */
  log(limit: number): Promise<LogEntry[]>;

  /** A key for signing access tokens, made once and then the same for every process. */
  signingKey(): Promise<string>;
  ensureFirstAdministrator(): Promise<Credentials | null>;
  ensureDemoUsers(units: readonly string[]): Promise<Credentials[]>;
  close(): Promise<void>;
}

/** Opens users and sessions in the read store's database and creates what is missing. `clock`: UTC milliseconds. */
export async function openAccess(location: DatabaseLocation, clock: () => number = Date.now): Promise<Access> {
  const database = openDatabase<Tables>(location);
  try {
    await createTables(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return accessOf(database, clock);
}

function accessOf(database: AccessDatabase, clock: () => number): Access {
  const context = new Context(database, clock);
  const signing = new SigningIn(context);
  const administration = new Administration(context);
  return {
    signIn: (name, password) => signing.signIn(name, password),
    signInTrusted: (name) => signing.signInTrusted(name),
    refresh: (token) => signing.refresh(token),
    signOut: (family) => signing.signOut(family),
    signOutEverywhere: (name) => signing.signOutEverywhere(name),
    changePassword: (name, current, next) => signing.changePassword(name, current, next),
    generation: (name, family) => context.standing.generation(name, family),
    users: () => administration.users(),
    user: (name) => administration.user(name),
    createUser: async (user, by) => {
      const password = randomPassword();
      const { name, displayName } = await administration.create(user, by, password, true);
      return { name, displayName, password };
    },
    changeUser: (name, changes, by) => administration.change(name, changes, by),
    resetPassword: (name, by) => administration.resetPassword(name, by),
    endEverySession: (by, detail) => endEverySession(context, by, detail),
    log: (limit) => latest(database, limit),
    signingKey: () => signingKey(database),
    ensureFirstAdministrator: () => firstAdministrator(administration),
    ensureDemoUsers: (units) => demoUsers(administration, units),
    close: () => database.close(),
  };
}

async function endEverySession({ database, clock }: Context, by: string, detail: LogEntry['detail']): Promise<void> {
  const { db, atomically } = database;
  const entry = logged(database, { at: clock(), by, action: 'restored', whom: '', detail });
  // Without the key that signed them, the tokens given out are worth nothing.
  const ended = [db.deleteFrom('access_session'), db.deleteFrom('access_secret')];
  await atomically([...ended.map((query) => ({ query: query.compile() })), entry]);
}

async function signingKey({ db, atomically }: AccessDatabase): Promise<string> {
  const fresh = db
    .insertInto('access_secret')
    .values({ name: 'signing', value: randomBytes(32).toString('base64url') });
  await atomically([{ query: fresh.onConflict((conflict) => conflict.doNothing()).compile() }]);
  return (await db.selectFrom('access_secret').select('value').where('name', '=', 'signing').executeTakeFirstOrThrow())
    .value;
}
