import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const TOP = join(__dirname, '../../..');
const REGISTER = join(TOP, 'test/support/register.cjs');

/** Runs a TypeScript file, or a line of program, in a process of its own. */
export const run = (words: readonly string[]) =>
  spawn(process.execPath, ['-r', REGISTER, ...words], { cwd: TOP, stdio: ['ignore', 'pipe', 'inherit'] });

/** A throw-away PostgreSQL; it lives as long as the process that holds it. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const program = `require('./test/support/postgres').startPostgres().then(({ url }) => console.log(url));`;
  const holder = run(['-e', program]);
  const [url] = (await once(holder.stdout, 'data')) as [Buffer];
  const stop = async (): Promise<void> => {
    const exit = once(holder, 'exit');
    holder.kill();
    await exit;
  };
  return { url: url.toString().trim(), stop };
}
