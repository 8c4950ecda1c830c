import type { HeaderCell } from './schema';

/** Names of a header's columns: its leaves from left to right. */
export const columnsOf = (header: readonly HeaderCell[]): string[] =>
  header.flatMap(({ label, children }) => (children ? columnsOf(children) : [label]));
