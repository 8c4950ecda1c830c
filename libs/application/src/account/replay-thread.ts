import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReplayTask, ReplayTold } from './replay-worker';
import { fromThreadError } from '../thread-errors';
import type { ReplayedLog } from './replaying';

/** Replays in a thread of its own, so that the account is computed and written meanwhile; rejects as replaying here would. */
export function replayInThread(task: ReplayTask, onProgress: (checked: number) => void): Promise<ReplayedLog> {
  const worker = new Worker(join(__dirname, `replay-worker${extname(__filename)}`), {
    workerData: task,
    // An event is garbage as soon as it is summed: three times the room is no faster.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
    execArgv: task.stores.preload.flatMap((module) => ['--require', module]),
  });
  return new Promise((resolve, reject) => {
    worker.on('message', (told: ReplayTold) => {
      if (told.told === 'progress') onProgress(told.checked);
      else if (told.told === 'replayed') resolve(told.log);
      else reject(fromThreadError(told.error));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the replay's thread ended with ${code}`)));
  });
}
