import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { RuleViolation } from '@juesuan/kernel';

const SHORTEST = 10;

/** What people choose first, without digits and signs at their ends; whoever guesses begins here too. */
const COMMON = [
  ...['password', 'passw0rd', 'qwertyuiop', 'qwerty', 'asdfghjkl', 'zxcvbnm', 'iloveyou', 'woaini', 'woaizhongguo'],
  ...['letmein', 'welcome', 'administrator', 'admin', 'abcdefghij', 'abcdef', 'zhongguo', 'juesuan', 'caizheng'],
  ...['1qaz2wsx3edc', '1q2w3e4r5t', 'a1b2c3d4e5', '决算', '财政', '我爱中国'],
];

/** Refuses a password that is short, common, hardly more than one character, or the user's own name: `password-weak`. */
export function checkPassword(password: string, name: string): void {
  const fault = weakness(same(password).toLowerCase(), same(name).toLowerCase());
  if (fault !== null) throw new RuleViolation('password-weak', `${fault}请换一个密码。`, { shortest: SHORTEST });
}

function weakness(password: string, name: string): string | null {
  if ([...password].length < SHORTEST) return `密码至少要有 ${SHORTEST} 个字符。`;
  // A name of two or three letters is in many good passwords.
  if (name.length > 3 && password.includes(name)) return '密码里不能有用户名。';
  if (new Set(password).size < 4) return '密码里重复的字符太多。';
  if (isRun(password) || COMMON.includes(password) || COMMON.includes(core(password))) return '这个密码太常见。';
  return null;
}

const core = (password: string): string => password.replace(/^[\d\p{P}\p{S}]+|[\d\p{P}\p{S}]+$/gu, '');

/** 1234567890, 0987654321, abcdefghij … */
function isRun(password: string): boolean {
  const steps = [...password].slice(1).map((character, at) => stepBetween(password[at] ?? '', character));
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9);
}

const stepBetween = (one: string, next: string): number => (next.codePointAt(0) ?? 0) - (one.codePointAt(0) ?? 0);

/** The same password typed with another input method is the same password. */
const same = (text: string): string => text.normalize('NFKC');

/** Argon2id with the package's parameters (19 MiB, two passes), which the hash names. */
export const hashPassword = (password: string): Promise<string> => hash(same(password));

export const isPassword = (password: string, stored: string): Promise<boolean> => verify(stored, same(password));

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password nobody chose, without letters that are taken for one another: `k7mq-x2fd-9hwp-t4rz`, 79 bits. */
export function randomPassword(): string {
  const letter = (): string => LETTERS.charAt(randomInt(LETTERS.length));
  const group = (): string => Array.from({ length: 4 }, letter).join('');
  return Array.from({ length: 4 }, group).join('-');
}
