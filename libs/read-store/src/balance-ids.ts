import type { Dimensions } from '@juesuan/account';

type Within = Omit<Dimensions, 'unit' | 'year'>;

/** Past this many remembered balances all are forgotten and read again as they are needed: memory stays flat. */
const REMEMBERED = 200_000;

/** Equal dimensions within one unit's year have equal keys; the separator cannot be typed into a 事由. */
export const keyOf = ({ measure, fundSource, item, kind, project, economicItem, purpose }: Within): string =>
  `${measure}\u0001${fundSource}\u0001${item}\u0001${kind}\u0001${project}\u0001${economicItem}\u0001${purpose}`;

/** The ids of balances by their dimensions, remembered per unit's year; new ones are numbered on from the largest. */
export class BalanceIds {
  private readonly years = new Map<string, Map<string, number>>();
  private remembered = 0;

  constructor(private largest: number) {}

  knows(stream: string): boolean {
    return this.years.has(stream);
  }

  /** Takes over what the tables hold of one unit's year. */
  learn(stream: string, balances: Iterable<Within & { readonly id: number }>): void {
    const ids = new Map<string, number>();
    for (const balance of balances) ids.set(keyOf(balance), balance.id);
    this.remembered += ids.size;
    this.years.set(stream, ids);
  }

  /** The year's ids; only after `learn`. */
  of(stream: string): Map<string, number> {
    const ids = this.years.get(stream);
    if (!ids) throw new RangeError(`balances of ${stream} were not read`);
    return ids;
  }

  /** The id of a balance that is new. */
  add(ids: Map<string, number>, key: string): number {
    this.remembered++;
    ids.set(key, ++this.largest);
    return this.largest;
  }

  /** Call between batches only: a batch counts on what it made known. */
  forgetIfMany(): void {
    if (this.remembered <= REMEMBERED) return;
    this.years.clear();
    this.remembered = 0;
  }
}
