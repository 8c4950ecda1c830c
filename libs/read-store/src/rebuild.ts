/** How far a rebuild is. */
export interface RebuildProgress {
  readonly done: number;
  /** null where the event store cannot tell. */
  readonly total: number | null;
  readonly eventsPerSecond: number;
  /** null where `total` is. */
  readonly secondsLeft: number | null;
}

export interface RebuildOptions {
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Stops after the batch under way; a later rebuild goes on from there. */
  readonly signal?: AbortSignal;
}

export interface RebuildResult {
  readonly events: number;
  /** The tables that were compared; none where nothing had been projected before. */
  readonly compared: readonly string[];
  /** What the old tables held and the events do not say, or the other way round: Chinese sentences. */
  readonly differences: readonly string[];
}
