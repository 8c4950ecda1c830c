import { RuleViolation } from '@juesuan/kernel';

/** 经办 · 审核 · 监督 · 管理. */
export const ROLES = ['officer', 'reviewer', 'supervisor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** What people call each role. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  officer: '经办',
  reviewer: '审核',
  supervisor: '监督',
  administrator: '管理',
};

/** What may be known of a user; nothing of her password but whether it must be changed. */
export interface User {
  /** What she signs in with and what her events name. */
  readonly name: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  /** Unit codes; each stands for the unit and every unit below it. */
  readonly units: readonly string[];
  readonly disabled: boolean;
  readonly mustChangePassword: boolean;
  /** Counts what ends her access tokens: new rights, a new password, signing out everywhere. */
  readonly generation: number;
  /** UTC instants in milliseconds. */
  readonly lastSignIn: number | null;
  readonly lockedUntil: number | null;
}

export type NewUser = Pick<User, 'name' | 'displayName' | 'roles' | 'units'>;
export type UserChanges = Partial<Pick<User, 'displayName' | 'roles' | 'units' | 'disabled'>>;

/** One person has one name however it is typed: full-width letters and capitals are the same as others. */
export const canonicalName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** What a name can look like; what does not is nobody's, and is not asked of the database. */
export const isName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u.test(name);

/** Refuses what cannot be a user: `user-name-malformed`, `display-name-missing`, `role-missing`. */
export function checkUser({ name, displayName, roles }: NewUser): void {
  if (!isName(name)) {
    const text = '用户名须为 2 至 64 个字，只用汉字、字母、数字和 . _ @ -，并以汉字、字母或数字开头。';
    throw new RuleViolation('user-name-malformed', text, { user: name });
  }
  if (displayName.trim() === '') throw new RuleViolation('display-name-missing', `请填写用户 ${name} 的姓名。`);
  if (roles.length > 0) return;
  throw new RuleViolation('role-missing', `用户 ${name} 至少要有一个角色：经办、审核、监督或管理。`);
}

export const isActiveAdministrator = ({ roles, disabled }: Pick<User, 'roles' | 'disabled'>): boolean =>
  !disabled && roles.includes('administrator');
