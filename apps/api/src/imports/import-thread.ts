import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import type { ImportTask, ImportTold } from './import-worker';

type End = Exclude<ImportTold, { told: 'progress' }>;

const logger = new Logger('import');

/**
 * Runs an import in a thread of its own and answers, once the thread is gone, what it told at the end. Rejects where it ended
 * without a word.
 */
export function importInThread(
  task: ImportTask,
  onProgress: (stage: string, done: number, total: number) => void,
): Promise<End> {
  const worker = new Worker(join(__dirname, `import-worker${extname(__filename)}`), {
    workerData: task,
    execArgv: task.stores.preload.flatMap((module) => ['--require', module]),
  });
  return new Promise((resolve, reject) => {
    let end: End | null = null;
    worker.on('message', (told: ImportTold) => {
      if (told.told === 'progress') onProgress(told.stage, told.done, told.total);
      else end = told;
    });
    worker.once('error', (error) => {
      // What goes wrong in closing makes nothing undone of what was told.
      if (end === null) reject(error);
      else logger.error(error.stack);
    });
    worker.once('exit', (code) => {
      if (end === null) reject(new Error(`the import's thread ended with ${code}`));
      else resolve(end);
    });
  });
}
