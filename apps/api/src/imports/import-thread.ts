import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ImportTask, ImportTold } from './import-worker';

type End = Exclude<ImportTold, { told: 'progress' }>;

/**
 * Runs an import in a thread of its own and answers how it ended; `preload` are modules the thread needs first (TypeScript's
 * loader, where sources run uncompiled).
 */
export function importInThread(
  task: ImportTask,
  preload: readonly string[],
  onProgress: (stage: string, done: number, total: number) => void,
): Promise<End> {
  const worker = new Worker(join(__dirname, `import-worker${extname(__filename)}`), {
    workerData: task,
    execArgv: preload.flatMap((module) => ['--require', module]),
  });
  return new Promise((resolve, reject) => {
    worker.on('message', (told: ImportTold) => {
      if (told.told === 'progress') onProgress(told.stage, told.done, told.total);
      else resolve(told);
    });
    worker.once('error', reject);
    // After its end was told this settles nothing any more.
    worker.once('exit', (code) => reject(new Error(`the import's thread ended with ${code}`)));
  });
}
