import type { Balance, Facts, Unit } from '@juesuan/account';
import type { BookName, CodeEntry } from '@juesuan/classification';
import type { EventStore, Happened, Subscription } from '@juesuan/event-store';
import type { BusinessDate } from '@juesuan/kernel';
import type { Adjustment } from './facts';
import type { OnShare } from './following';
import type { Checkpoint } from './partitions';
import type { BalanceQuery, EntryQuery, JournalEntry, MonthlyBalance } from './queries';
import type { Snapshot } from './schema';
import type { RebuildOptions, RebuildResult } from './rebuild';

/** Called after every batch with the events taken so far. */
export type OnProgress = (events: number) => void;

/** What can be asked of what was computed from the events. */
export interface Reading {
  checkpoint(): Promise<Checkpoint>;
  /** The years that any unit opened, the newest first. */
  years(): Promise<number[]>;
  /** Every unit that opened the year, by code. */
  units(year: number): Promise<Unit[]>;
  /** Every unit that opened a year before this one, as it stood in the last of them. */
  unitsBefore(year: number): Promise<Unit[]>;
  unit(code: string, year: number): Promise<Unit | null>;
  /** The last event of each unit's year that was taken, by unit: partitions may stand at different places of the log. */
  revisions(units: readonly string[], year: number): Promise<Map<string, number>>;
  /** A unit and every unit below it, by code; none where the unit did not open the year. */
  subtree(code: string, year: number): Promise<Unit[]>;
  /** Balances that are not zero; with `asOf` as they stood at the end of that business day. */
  balances(query: BalanceQuery): Promise<Balance[]>;
  /** What moved on each balance in each month, up to `asOf`. */
  monthly(query: BalanceQuery): Promise<MonthlyBalance[]>;
  /** The journal of some balances, by date and then as recorded. */
  entries(query: EntryQuery): Promise<JournalEntry[]>;
  /** For each balance the events that made it, `301001.2023@57`, in their order. */
  references(balanceIds: readonly number[], asOf?: BusinessDate): Promise<Map<number, string[]>>;
  /** Both halves of every virement. */
  virements(query: BalanceQuery): Promise<JournalEntry[]>;
  facts(unit: string, year: number): Promise<Facts>;
  adjustments(unit: string, year: number): Promise<Adjustment[]>;
  /** The codes imported into a book. */
  codes(book: BookName): Promise<CodeEntry[]>;
  /** Imports that marked their beginning, of one of these units in the year, whether complete or not. */
  imports(units: readonly string[], year: number): Promise<string[]>;
  /** Those of them that did not complete. */
  incompleteImports(units: readonly string[], year: number): Promise<string[]>;
}

/**
 * What was computed from the events: entries, their sums, and facts, together with the checkpoint they stand at. All of it can be
 * rebuilt from the events at any time.
 */
export interface ReadStore extends Reading {
  /**
   * Takes events, in order, in one transaction with the checkpoint. Those at or before the checkpoint are left out, so that a
   * replay doubles nothing. Throws UnknownEvent on a type it does not know; then nothing of these events was taken.
   */
  project(events: readonly Happened[]): Promise<Checkpoint>;
  /** Takes everything the event store holds past the checkpoint. */
  catchUp(events: EventStore, onProgress?: OnProgress): Promise<Checkpoint>;
  /**
   * Takes events as they are recorded, until stopped; an event it does not know ends it with UnknownEvent. Where several processes
   * follow, each takes its share of the partitions, and those of one that is gone.
   */
  follow(events: EventStore, onShare?: OnShare): Promise<Subscription>;
  /** Computes everything anew beside what serves, compares, and swaps; see `rebuild.ts`. */
  rebuild(events: EventStore, options?: RebuildOptions): Promise<RebuildResult>;
  /**
   * Lets work read at one moment: all it asks stands at one checkpoint, although others project or swap meanwhile. The reading ends
   * with the work.
   */
  atOneMoment<T>(work: (reading: Reading) => Promise<T>): Promise<T>;
  /** What was kept of a stream's state; to be checked before it is believed. */
  snapshot(stream: string): Promise<Snapshot | undefined>;
  keepSnapshot(snapshot: Snapshot): Promise<void>;
  close(): Promise<void>;
}
