export { ledgerAhead } from './ahead';
export type { Adjustment } from './facts';
export { readingKnownAt } from './known';
export { LogEnd } from './log-end';
export { openReadStore, type ReadStoreLocation } from './open';
export type { BalanceQuery, EntryQuery, JournalEntry, MonthlyBalance } from './queries';
export type { Checkpoint } from './partitions';
export type { OnProgress, Reading, ReadStore } from './read-store';
export type { RebuildOptions, RebuildProgress, RebuildResult } from './rebuild';
export type { AdjustmentStatus, Snapshot } from './schema';
export {
  codeBookStream,
  FOLLOWED_PREFIXES,
  type HouseEvent,
  type HouseEvents,
  importStream,
  unitYearOf,
} from './streams';
