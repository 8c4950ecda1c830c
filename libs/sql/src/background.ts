import type * as Sqlite from '@photostructure/sqlite';
import type * as Threads from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import { Outdated, type Step, type Writer } from './database';

type Parameter = string | number | null | Uint8Array;
interface Task {
  readonly steps: readonly {
    readonly text: string;
    readonly parameters: readonly Parameter[];
    readonly rows?: number;
  }[];
}
/** `outdated`: a step changed another number of rows than it had to. */
interface Answer {
  readonly failure: string | null;
}
interface Home {
  readonly driver: string;
  readonly file: string;
  readonly pragmas: string;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Writes to an SQLite file from a thread of its own, so that reading and computing the next batch go on meanwhile. Everything that
 * was asked for before `close` is written before it resolves.
 */
export function backgroundWriter(file: string, pragmas: string): Writer {
  const driver = require.resolve('@photostructure/sqlite');
  const worker = new Worker(`(${work.toString()})()`, {
    eval: true,
    workerData: { driver, file, pragmas } satisfies Home,
  });
  const waiting: Waiting[] = [];
  let failed: Error | null = null;
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.on('message', (answer: Answer) => settle(waiting.shift(), answer));
  worker.on('error', (error) => {
    failed = error;
    for (const { reject } of waiting.splice(0)) reject(failed);
  });
  return {
    atomically: (steps) =>
      new Promise((resolve, reject) => {
        if (failed) return reject(failed);
        waiting.push({ resolve, reject });
        worker.postMessage({ steps: steps.map(plain) } satisfies Task);
      }),
    close: async () => {
      worker.postMessage(null);
      await exited;
    },
  };
}

const plain = ({ query, rows }: Step): Task['steps'][number] => ({
  text: query.sql,
  parameters: query.parameters as readonly Parameter[],
  ...(rows === undefined ? {} : { rows }),
});

function settle(waiting: Waiting | undefined, { failure }: Answer): void {
  if (failure === null) waiting?.resolve();
  else waiting?.reject(failure === 'outdated' ? new Outdated() : new Error(failure));
}

/**
 * The thread's whole program. It is handed over as text, because sources run under jest as well as compiled, and a file's name
 * differs between them; so it may use nothing of this module.
 */
function work(): void {
  /* eslint-disable @typescript-eslint/no-require-imports -- text without a module around it */
  const threads = require('node:worker_threads') as typeof Threads;
  const { driver, file, pragmas } = threads.workerData as Home;
  const { DatabaseSync } = require(driver) as typeof Sqlite;
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec(pragmas);
  const prepared = new Map<string, ReturnType<typeof db.prepare>>();
  const run = ({ steps }: Task): Answer => {
    db.exec('BEGIN IMMEDIATE');
    for (const { text, parameters, rows } of steps) {
      const statement = prepared.get(text) ?? db.prepare(text);
      prepared.set(text, statement);
      const { changes } = statement.run(...parameters);
      if (rows !== undefined && Number(changes) !== rows) throw new Error('outdated');
    }
    db.exec('COMMIT');
    return { failure: null };
  };
  const port = threads.parentPort;
  port?.on('message', (task: Task | null) => {
    if (task === null) return (db.close(), port?.close());
    try {
      port?.postMessage(run(task));
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      port?.postMessage({ failure: (error as Error).message });
    }
  });
}
