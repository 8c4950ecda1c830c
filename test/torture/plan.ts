import type { Stores } from '../support/application';
import type { PlantedFault } from './planted';
import type { Answer, Step } from './steps';

/** When a process dies, in things that happen in it, not in time. */
export type Kill =
  /** At the n-th time it enters or leaves an append or a reading of the log. */
  | { readonly at: 'call'; readonly count: number }
  /** In the middle of a write: where the write-ahead log grows past its size at the n-th answer by so many bytes. */
  | { readonly at: 'byte'; readonly answers: number; readonly bytes: number }
  /** From outside, so many turns of an idle loop after the n-th answer was heard. */
  | { readonly at: 'answer'; readonly count: number; readonly turns: number };

/** No room on the disk from one answer to another; `spare`: so many bytes are left. */
export interface NoRoom {
  readonly from: number;
  readonly to: number;
  readonly spare: number;
}

/** After so many answers the clock goes forward or back. */
export interface Jump {
  readonly at: number;
  readonly seconds: number;
}

/** What one process has to do, and what happens to it while it does. */
export interface Plan {
  readonly db: string;
  readonly stores: Stores;
  /** A folder for import files. */
  readonly scratch: string;
  /** Each client does its steps one after another; the clients do them side by side. */
  readonly clients: readonly (readonly Step[])[];
  readonly kill: Kill | null;
  readonly noRoom: NoRoom | null;
  /** Whether the disk can be filled for real; else its files are kept from growing. */
  readonly smallDisk: boolean;
  readonly jumps: readonly Jump[];
  readonly planted: PlantedFault | null;
}

/** What a process says on its standard output, a line each. */
export type Said =
  | { readonly says: 'sent'; readonly client: number; readonly step: number }
  | { readonly says: 'answered'; readonly client: number; readonly step: number; readonly answer: Answer };
