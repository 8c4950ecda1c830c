import { Worker } from 'node:worker_threads';
import { Outdated, type Step, type Writer } from './database';

type Parameter = string | number | null;
interface Task {
  readonly steps: readonly {
    readonly text: string;
    readonly parameters: readonly Parameter[];
    readonly rows?: number;
  }[];
}
/** null: done. */
type Answer = null | 'outdated' | { readonly message: string };

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
  const worker = new Worker(`(${work.toString()})()`, { eval: true, workerData: { driver, file, pragmas } });
  const waiting: Waiting[] = [];
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.on('message', (answer: Answer) => settle(waiting.shift(), answer));
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    atomically: (steps) =>
      new Promise((resolve, reject) => {
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

function settle(waiting: Waiting | undefined, answer: Answer): void {
  if (answer === null) waiting?.resolve();
  else waiting?.reject(answer === 'outdated' ? new Outdated() : new Error(answer.message));
}

/**
 * The thread's whole program. It is handed over as text, because sources run under jest as well as compiled, and a file's name
 * differs between them; so it may use nothing of this module.
 */
function work(): void {
  /* eslint-disable @typescript-eslint/no-require-imports -- text without a module around it */
  const { parentPort, workerData } = require('node:worker_threads') as typeof import('node:worker_threads');
  const { driver, file, pragmas } = workerData as { driver: string; file: string; pragmas: string };
  const { DatabaseSync } = require(driver) as typeof import('@photostructure/sqlite');
  /* eslint-enable @typescript-eslint/no-require-imports */
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec(pragmas);
  const prepared = new Map<string, ReturnType<typeof db.prepare>>();
  const run = ({ steps }: Task): Answer => {
    db.exec('BEGIN IMMEDIATE');
    for (const { text, parameters, rows } of steps) {
      const statement = prepared.get(text) ?? db.prepare(text);
      prepared.set(text, statement);
      const { changes } = statement.run(...parameters);
      if (rows === undefined || Number(changes) === rows) continue;
      db.exec('ROLLBACK');
      return 'outdated';
    }
    db.exec('COMMIT');
    return null;
  };
  parentPort?.on('message', (task: Task | null) => {
    if (task === null) {
      db.close();
      parentPort?.close();
      return;
    }
    try {
      parentPort?.postMessage(run(task));
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      parentPort?.postMessage({ message: String((error as Error).message) });
    }
  });
}
