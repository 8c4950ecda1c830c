import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** See `StandInOrder` of the stand-in's own file, which a test may not enter. */
export type StandInOrder = { readonly faults: Readonly<{ [fault: string]: number }> } | { readonly restart: true };

const ROOT = join(__dirname, '..', '..');

/** EventStoreDB's protocol over a log in memory, in a process of its own. */
export interface StandIn {
  readonly url: string;
  /** Has it misbehave, or cut every connection and come back; resolves when it does. */
  readonly order: (order: StandInOrder) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
  const script = join(ROOT, 'libs', 'event-store', 'testing', 'grpc-stand-in.ts');
  const register = join(ROOT, 'test', 'support', 'register.cjs');
  const child = spawn(process.execPath, ['-r', register, script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [text] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const order = async (words: StandInOrder): Promise<void> => {
    const done = once(child.stdout, 'data');
    child.stdin.write(`${JSON.stringify(words)}\n`);
    await done;
  };
  const stop = async (): Promise<void> => {
    // It ends when its input does.
    child.stdin.end();
    await once(child, 'close');
  };
  return { url: text.trim(), order, stop };
}
