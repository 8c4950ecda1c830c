import type { Access, Credentials } from '@juesuan/access';

/**
 * Makes the first administrator where there is none, and users of every role for the units of an example. Answers what is to be
 * said to who started the service: their passwords, which are shown this once.
 */
export async function firstStart(access: Access, exampleUnits: readonly string[]): Promise<string> {
  const administrator = await access.ensureFirstAdministrator();
  const examples = exampleUnits.length === 0 ? [] : await access.ensureDemoUsers(exampleUnits);
  return [
    ...(administrator === null ? [] : ['首次启动，已建管理员，密码只显示这一次，登录后须修改：', line(administrator)]),
    ...(examples.length === 0 ? [] : ['已建示例用户，密码只显示这一次，正式使用前请停用：', ...examples.map(line)]),
  ]
    .map((text) => `${text}\n`)
    .join('');
}

const line = ({ name, displayName, password }: Credentials): string => `  ${name}  ${password}  ${displayName}`;
