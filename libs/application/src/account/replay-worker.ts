import { parentPort, workerData } from 'node:worker_threads';
import { StoreUnavailable } from '@juesuan/event-store';
import { openEvents } from '../open-events';
import type { Settings } from '../settings';
import { type ReplayedLog, replayLog, type Until } from './replaying';

/** What is to be replayed, and where it is kept. */
export interface ReplayTask {
  readonly stores: Settings;
  readonly until: Until;
}

/** What the thread tells: progress as often as it comes, then one end. */
export type ReplayTold =
  | { readonly told: 'progress'; readonly checked: number }
  | { readonly told: 'replayed'; readonly log: ReplayedLog }
  | { readonly told: 'unavailable'; readonly says: string };

const post = (told: ReplayTold): void => parentPort?.postMessage(told);

/** Replays on a connection of its own. What fails otherwise ends the thread with its error. */
async function run({ stores, until }: ReplayTask): Promise<void> {
  const events = openEvents(stores);
  try {
    const log = await replayLog(events, until, (checked) => post({ told: 'progress', checked }));
    post({ told: 'replayed', log });
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    post({ told: 'unavailable', says: error.message });
  } finally {
    await events.close();
  }
}

void run(workerData as ReplayTask);
