import { RuleViolation } from '@juesuan/kernel';
import type { Administration } from './administration';
import { randomPassword } from './password';
import { isActiveAdministrator, type NewUser } from './user';

/** What a new user is told once; the password is kept nowhere. */
export interface Credentials {
  readonly name: string;
  readonly displayName: string;
  readonly password: string;
}

const BY = 'system';

/** Where nobody can make users: a new administrator, whose password must be changed at her first signing in; else null. */
export async function firstAdministrator(administration: Administration): Promise<Credentials | null> {
  const users = await administration.users();
  if (users.some(isActiveAdministrator)) return null;
  const taken = new Set(users.map(({ name }) => name));
  let name = 'admin';
  for (let number = 2; taken.has(name); number++) name = `admin${number}`;
  return created(administration, { name, displayName: '系统管理员', roles: ['administrator'], units: [] }, true);
}

const DEMO = [
  { name: '经办', displayName: '示例经办', roles: ['officer'] },
  { name: '审核', displayName: '示例审核', roles: ['reviewer'] },
  { name: '监督', displayName: '示例监督', roles: ['supervisor'] },
  { name: '管理', displayName: '示例管理', roles: ['administrator'] },
] as const;

/** One user of each role for the example department, with the passwords of those that were missing. */
export async function demoUsers(administration: Administration, units: readonly string[]): Promise<Credentials[]> {
  const taken = new Set((await administration.users()).map(({ name }) => name));
  const made: Credentials[] = [];
  for (const user of DEMO.filter(({ name }) => !taken.has(name))) {
    const credentials = await created(administration, { ...user, units }, false);
    if (credentials !== null) made.push(credentials);
  }
  return made;
}

/** Null where another process that starts at the same time was faster. */
async function created(
  administration: Administration,
  user: NewUser,
  mustChange: boolean,
): Promise<Credentials | null> {
  const password = randomPassword();
  try {
    await administration.create(user, BY, password, mustChange);
  } catch (error) {
    if (error instanceof RuleViolation && error.code === 'user-exists') return null;
    throw error;
  }
  return { name: user.name, displayName: user.displayName, password };
}
