import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Readable } from 'node:stream';

const REGISTER = join(__dirname, '../../../../test/support/register.cjs');

/** Runs a script of this folder in a process of its own; its standard output can be read, its errors are seen. */
export function startChild(script: string, ...words: string[]): ChildProcessByStdio<null, Readable, null> {
  return spawn(process.execPath, ['-r', REGISTER, join(__dirname, script), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
