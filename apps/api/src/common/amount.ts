import { type Fen, parseWan, parseYuan } from '@juesuan/kernel';

/** Reads an amount of a request: 元 (`1693402.78`) unless it says 万元. Throws RuleViolation for what is none. */
export function fenOf(text: string): Fen {
  const [, wan] = /^(.+?)\s*万元$/.exec(text.trim()) ?? [];
  return wan === undefined ? parseYuan(text) : parseWan(wan);
}
