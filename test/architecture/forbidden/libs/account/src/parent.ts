// forbidden: goes-in-a-circle — with child.ts: types count
import type { Child } from './child';

export interface Parent {
  readonly child: Child;
}
