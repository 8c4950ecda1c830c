import type { Query, QueryClient } from '@tanstack/react-query';

/** A busy office records many things a second; its readers are asked for once for all of them. */
const GATHERED_MS = 1_000;

/**
 * Has asked anew what has become old. What is just being asked is left to finish, and asked again afterwards: begun anew with every
 * change it would never come to an end.
 */
export class Renewing {
  private readonly old = new Set<Query>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly queries: QueryClient) {}

  /** Everything shown of a year became old; without one, of all years. */
  year(year?: number): void {
    // A change in one unit changes the department's account as well, and a closing the list of units.
    const isOf = ([kind, first, second]: readonly unknown[]): boolean =>
      kind === 'units'
        ? first === undefined || first === (year ?? first)
        : kind === 'year' && second === (year ?? second);
    for (const query of this.queries.getQueryCache().findAll({ predicate: ({ queryKey }) => isOf(queryKey) }))
      this.old.add(query);
    this.timer ??= setTimeout(() => this.renew(), GATHERED_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private renew(): void {
    this.timer = undefined;
    const idle = new Set([...this.old].filter(({ state }) => state.fetchStatus !== 'fetching'));
    for (const query of idle) this.old.delete(query);
    void this.queries.invalidateQueries({ predicate: (query) => idle.has(query) });
    if (this.old.size > 0) this.timer = setTimeout(() => this.renew(), GATHERED_MS);
  }
}
