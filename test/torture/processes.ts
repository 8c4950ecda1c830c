import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Plan, Said } from './plan';
import { roomIn } from './room';
import { work } from './work';

/** How a process that had a plan came to its end. */
export interface Ended {
  readonly killed: boolean;
  /** What it said on its error output where it ended otherwise than it should; null where all is well. */
  readonly broke: string | null;
}

/** Has a plan carried out, and passes on all that is said. */
export type Run = (plan: Plan, onSaid: (said: Said) => void) => Promise<Ended>;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

const ROOT = join(__dirname, '..', '..');
const LOAD = join(__dirname, 'load.cjs');
/** Longer than any plan takes on a busy machine: only a process that hangs for ever meets it. */
const HANGS_AFTER_MS = 300_000;

/** Processes of their own. One is always being loaded, so that the next plan need not wait for it. */
export class Processes {
  private readonly folder: string;
  private next: Child | null = null;

  constructor() {
    // Inside the project: see bundle.mjs.
    this.folder = roomIn(join(ROOT, 'dist'));
    execFileSync(process.execPath, [join(__dirname, 'bundle.mjs'), join(__dirname, 'child.ts'), this.program], {
      cwd: ROOT,
    });
    // Without a plan it ends at once, and leaves its compiled code for the others.
    execFileSync(process.execPath, [LOAD, this.program], { cwd: ROOT, stdio: 'ignore' });
  }

  readonly run: Run = async (plan, onSaid) => {
    const child = this.next ?? this.load();
    this.next = this.load();
    const watchdog = setTimeout(() => child.kill('SIGABRT'), HANGS_AFTER_MS);
    let answers = 0;
    const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    let error = '';
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    createInterface(child.stdout).on('line', (line) => {
      const said = JSON.parse(line) as Said;
      onSaid(said);
      if (said.says === 'answered' && plan.kill?.at === 'answer' && ++answers === plan.kill.count) {
        idle(plan.kill.turns);
        child.kill('SIGKILL');
      }
    });
    child.stdin.end(`${JSON.stringify(plan)}\n`);
    const [code, signal] = await closed;
    clearTimeout(watchdog);
    const killed = plan.kill !== null && (signal === 'SIGKILL' || signal === 'SIGXFSZ');
    return { killed, broke: killed || code === 0 ? null : `ended with ${code ?? signal}: ${error.slice(-2000)}` };
  };

  end(): void {
    this.next?.kill('SIGKILL');
    this.next = null;
    rmSync(this.folder, { recursive: true });
  }

  private get program(): string {
    return join(this.folder, 'child.cjs');
  }

  private load(): Child {
    return spawn(process.execPath, [LOAD, this.program], { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] });
  }
}

/** In this process: for what is to be found wrong, not for what dies. */
export const runHere: Run = async (plan, onSaid) => {
  await work(plan, onSaid);
  return { killed: false, broke: null };
};

function idle(turns: number): void {
  for (let turn = 0; turn < turns; turn++) Math.sqrt(turn);
}
