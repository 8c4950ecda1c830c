import { createHash } from 'node:crypto';
import type { Link } from '@juesuan/event-store';
import { budgetYearStream } from '@juesuan/execution';

/** A head that was noted, found again: the event that was then the last, and how many came after it. */
export interface NotedHead {
  /** `stream`: of that event's stream; `log`: of the whole log; `units`: of several units together. */
  readonly kind: 'stream' | 'log' | 'units';
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly since: number;
}

/** Of several units: the SHA-256 over the lines `code head` in the order of the codes. */
export const headOfSeveral = (units: Iterable<{ readonly code: string; readonly head: string }>): string =>
  [...units].reduce((digest, { code, head }) => digest.update(`${code} ${head}\n`), createHash('sha256')).digest('hex');

/**
 * Looks for a noted head while a log is walked. Heads are those of any moment: a log that went on since still holds them, one that
 * was shortened or written anew does not.
 */
export class HeadSearch {
  found: NotedHead | null = null;
  private readonly heads = new Map<string, { code: string; head: string }>();
  private readonly codes: ReadonlyMap<string, string>;

  constructor(
    private readonly head: string,
    units: readonly string[],
    year: number | null,
  ) {
    const sorted = year === null ? [] : units.toSorted((a, b) => (a < b ? -1 : 1));
    this.codes = new Map(sorted.map((code) => [budgetYearStream(code, year ?? 0), code]));
  }

  look({ stream, revision, position, hash, logHash }: Link): void {
    if (this.found !== null) return this.count(this.found, stream);
    const place = { stream, revision, position, since: 0 };
    if (hash === this.head) this.found = { kind: 'stream', ...place };
    else if (logHash === this.head) this.found = { kind: 'log', ...place };
    else if (this.isOfSeveral(stream, hash)) this.found = { kind: 'units', ...place };
  }

  private count(found: NotedHead, stream: string): void {
    const counts = found.kind === 'log' || (found.kind === 'units' ? this.codes.has(stream) : stream === found.stream);
    if (counts) this.found = { ...found, since: found.since + 1 };
  }

  private isOfSeveral(stream: string, head: string): boolean {
    const code = this.codes.get(stream);
    if (code === undefined) return false;
    this.heads.set(stream, { code, head });
    const standing = [...this.codes.keys()].flatMap((each) => this.heads.get(each) ?? []);
    return standing.length > 1 && headOfSeveral(standing) === this.head;
  }
}
