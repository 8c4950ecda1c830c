import { RuleViolation } from '@juesuan/kernel';
import type { Context } from './context';
import { logged } from './log';
import { checkPassword, hashPassword, isPassword, randomPassword } from './password';
import { type Session, sessionExpired } from './sessions';
import { canonicalName } from './user';
import { shown, type StoredUser, userUnknown } from './users';

const signInFailed = (): RuleViolation =>
  new RuleViolation('sign-in-failed', '用户名或密码不对，请核对后重试；忘了密码请找管理员重设。');

const userDisabled = (): RuleViolation => new RuleViolation('user-disabled', '此用户已停用，请联系管理员。');

/** What a user does about her own signing in. */
export class SigningIn {
  private readonly nobodys = hashPassword(randomPassword());

  constructor(private readonly context: Context) {}

  /** By password: `sign-in-failed` for an unknown user and a wrong password alike, `locked-out`, `user-disabled`. */
  async signIn(name: string, password: string): Promise<Session> {
    const { users, attempts } = this.context;
    const known = canonicalName(name);
    await attempts.begin(known);
    const user = await users.find(known);
    const right = await this.isRight(user, password);
    if (user === null || !right) throw signInFailed();
    return this.begin(user);
  }

  /** By the word of another service that knows her (OpenID Connect): `user-unknown`, `user-disabled`. A one-time password ends. */
  async signInTrusted(name: string): Promise<Session> {
    const user = await this.context.users.find(name);
    if (user === null) throw userUnknown(name);
    if (user.disabled || !user.mustChangePassword) return this.begin(user);
    await this.context.change(user.name, async (current) => ({
      steps: [this.context.users.update(current, { passwordHash: null, mustChangePassword: false })],
      answer: undefined,
    }));
    return this.begin(await this.context.users.get(user.name));
  }

  /** Takes a refresh token for the next one: `session-expired`. */
  async refresh(token: string): Promise<Session> {
    const { user: name, ...issued } = await this.context.sessions.rotate(token);
    const user = await this.context.users.find(name);
    if (user === null || user.disabled) throw sessionExpired();
    return { ...issued, user: shown(user) };
  }

  /** Ends one signing-in, and its access tokens with it. */
  async signOut(family: string): Promise<void> {
    await this.context.database.atomically([this.context.sessions.end(family)]);
    this.context.standing.forget();
  }

  /** Ends every session of a user, and her access tokens with them. */
  async signOutEverywhere(name: string): Promise<void> {
    const { users, sessions } = this.context;
    await this.context.change(name, async (user) => ({
      steps: [users.update(user, {}), sessions.endAll(user.name), this.log(user, 'signed-out-everywhere')],
      answer: undefined,
    }));
  }

  /** Changes her own password and signs her out everywhere but here: `sign-in-failed`, `locked-out`, `password-weak`. */
  async changePassword(name: string, current: string, next: string): Promise<Session> {
    const { users, sessions, attempts } = this.context;
    await attempts.begin(canonicalName(name));
    const known = await users.get(name);
    if (!(await this.isRight(known, current))) throw wrongPassword();
    checkPassword(next, name);
    if (current === next) throw new RuleViolation('password-unchanged', '新密码与原密码相同，请换一个。');
    const passwordHash = await hashPassword(next);
    return this.context.change(name, async (user) => {
      // Reset or disabled since the password was looked at.
      if (user.generation !== known.generation) throw sessionExpired();
      const { issued, steps } = sessions.begin(user.name);
      const changed = users.update(user, { passwordHash, mustChangePassword: false });
      const rest = [
        sessions.endAll(user.name),
        ...steps,
        attempts.forget(user.name),
        this.log(user, 'password-changed'),
      ];
      const after = { ...user, mustChangePassword: false, generation: user.generation + 1 };
      return { steps: [changed, ...rest], answer: { ...issued, user: shown(after) } };
    });
  }

  private async begin(user: StoredUser): Promise<Session> {
    if (user.disabled) throw userDisabled();
    const { users, sessions, attempts, database } = this.context;
    const { issued, steps } = sessions.begin(user.name);
    await database.atomically([attempts.forget(user.name), users.signedIn(user), ...steps]);
    return { ...issued, user: shown(user) };
  }

  /** Takes as long for nobody as for somebody. */
  private async isRight(user: StoredUser | null, password: string): Promise<boolean> {
    const right = await isPassword(password, user?.passwordHash ?? (await this.nobodys));
    return right && typeof user?.passwordHash === 'string';
  }

  private log({ name }: StoredUser, action: 'password-changed' | 'signed-out-everywhere') {
    return logged(this.context.database, { at: this.context.clock(), by: name, action, whom: name, detail: {} });
  }
}

const wrongPassword = (): RuleViolation => new RuleViolation('wrong-password', '原密码不对，请核对后重试。');
