// forbidden: goes-in-a-circle — with parent.ts: types count
import type { Parent } from './parent';

export interface Child {
  readonly parent: Parent;
}
