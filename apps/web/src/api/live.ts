import type { ServerEvent } from './server-events';
import { hearSteadily, type LineState, type Listen } from './steady-line';

/** What was recorded on one unit's year, as the service tells it live. */
export interface Recorded {
  readonly unit: string;
  readonly year: number;
  readonly count: number;
}

interface Watcher {
  readonly onState: (state: LineState) => void;
  /** What is recorded has come this far. */
  readonly onPosition: (position: string) => void;
  /** The records are no longer those the page knows: what it was told so far counts for nothing. */
  readonly onReset: () => void;
  readonly onRecorded: (recorded: Recorded) => void;
}

/** Follows what is recorded until the returned function is called. */
export const follow = (listen: Listen, watcher: Watcher): (() => void) =>
  hearSteadily(listen, { onState: watcher.onState, onTold: (told) => tell(watcher, told) });

function tell({ onPosition, onReset, onRecorded }: Watcher, { id, event, data }: ServerEvent): void {
  if (event === 'reset') onReset();
  if (id !== '') onPosition(id);
  if (event === 'recorded') (JSON.parse(data) as Recorded[]).forEach(onRecorded);
}
