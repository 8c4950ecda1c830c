import { parentPort, workerData } from 'node:worker_threads';
import { openEvents } from '../open-events';
import type { Settings } from '../settings';
import { type ThreadError, toThreadError } from '../thread-errors';
import { type Asked, type ReplayedLog, replayLog } from './replaying';
import { drawing, type SharedStreams } from './shared-streams';

/** What is to be replayed, and where it is kept. */
export interface ReplayTask {
  readonly stores: Settings;
  readonly asked: Asked;
  readonly share: SharedStreams;
}

/** What the thread tells: progress as often as it comes, then one end. */
export type ReplayTold =
  | { readonly told: 'progress'; readonly checked: number }
  | { readonly told: 'replayed'; readonly log: ReplayedLog }
  | { readonly told: 'error'; readonly error: ThreadError };

const post = (told: ReplayTold): void => parentPort?.postMessage(told);

/** Replays on a connection of its own. */
async function run({ stores, asked, share }: ReplayTask): Promise<void> {
  const events = openEvents(stores);
  try {
    const log = await replayLog(events, asked, drawing(share), (checked) => post({ told: 'progress', checked }));
    post({ told: 'replayed', log });
  } catch (error) {
    post({ told: 'error', error: toThreadError(error) });
  } finally {
    await events.close();
  }
}

void run(workerData as ReplayTask);
