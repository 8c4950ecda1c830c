/** What was done and what came of it, counted. */
export class Tally {
  private readonly counts = new Map<string, number>();
  private readonly errors = new Map<string, number>();

  add(what: Counted, count = 1): void {
    this.counts.set(what, this.of(what) + count);
  }

  /** An error that left open whether something was recorded. */
  open(why: string): void {
    const kind = why.replace(/\d+/g, 'n').slice(0, 100);
    this.errors.set(kind, (this.errors.get(kind) ?? 0) + 1);
  }

  of(what: Counted): number {
    return this.counts.get(what) ?? 0;
  }

  /** A Markdown table. */
  toMarkdown(): string {
    const rows = COUNTED.map((what) => `| ${what} | ${this.of(what)} |`);
    const errors = [...this.errors].sort(([, a], [, b]) => b - a).map(([why, count]) => `| ${why} | ${count} |`);
    const open = ['', '| answer that left the outcome open | times |', '| --- | --- |', ...errors];
    return ['| | |', '| --- | --- |', ...rows, ...(errors.length > 0 ? open : [])].join('\n');
  }
}

export const COUNTED = [
  'departments',
  'rounds',
  'kill rounds',
  'processes killed',
  '— at a call',
  '— inside a write',
  '— from outside',
  '— with answers outstanding',
  '— with every answer given',
  'rounds with a full disk (tmpfs)',
  'rounds with files that may not grow',
  'rounds with jumps of the clock',
  'rounds with two processes on one file',
  'rounds with faults of the event store’s connection',
  'rounds with restarts of PostgreSQL',
  'steps acknowledged',
  'steps acknowledged again',
  'steps refused',
  'steps of unknown outcome',
  '— of them recorded',
  '— of them not recorded',
  'events checked',
  'rebuilds compared',
  'violations',
] as const;
export type Counted = (typeof COUNTED)[number];
