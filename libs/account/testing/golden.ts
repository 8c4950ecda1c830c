import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in `golden/<name>.txt`, line by line. A change shows as its diff: UPDATE_GOLDEN=1 writes it, an accountant reads it. */
export function expectGolden(name: string, lines: readonly string[]): void {
  const file = join(__dirname, 'golden', `${name}.txt`);
  const text = `${lines.join('\n')}\n`;
  if (process.env['UPDATE_GOLDEN']) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
