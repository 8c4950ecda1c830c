import type { Dimensions } from '@juesuan/account';

type Within = Omit<Dimensions, 'unit' | 'year'>;
/** Ids by project and 事由; both are open lists, so they share the last level and codes stand above them. */
type Ids = Map<string, number>;
type ByEconomicItem = Map<string, Ids>;
type ByItem = Map<string, ByEconomicItem>;
type ByKind = Map<string, ByItem>;
type ByFundSource = Map<string, ByKind>;

/** Past this many remembered balances all are forgotten and read again as they are needed: memory stays flat. */
const REMEMBERED = 200_000;

/**
 * The ids of one unit's year. Looked up code by code, because the codes come as they are out of the event: one key put together
 * for every entry costs five times as much.
 */
export class YearIds {
  private readonly byMeasure = new Map<string, ByFundSource>();

  get(balance: Within): number | undefined {
    return this.idsLike(balance).get(lastKey(balance));
  }

  set(balance: Within, id: number): void {
    this.idsLike(balance).set(lastKey(balance), id);
  }

  private idsLike({ measure, fundSource, kind, item, economicItem }: Within): Ids {
    return under(under(under(under(under(this.byMeasure, measure), fundSource), kind), item), economicItem);
  }
}

/** The separator cannot be typed into a 事由. */
const lastKey = ({ project, purpose }: Within): string => (purpose === '' ? project : `${project}\u0001${purpose}`);

function under<Below>(level: Map<string, Map<string, Below>>, key: string): Map<string, Below> {
  const known = level.get(key);
  if (known) return known;
  const below = new Map<string, Below>();
  level.set(key, below);
  return below;
}

/**
 * The ids of balances by their dimensions, remembered per unit's year; new ones are numbered on from the largest, in steps, so that
 * partitions never give the same.
 */
export class BalanceIds {
  private readonly years = new Map<string, YearIds>();
  private remembered = 0;

  constructor(
    private largest: number,
    private readonly step: number,
  ) {}

  knows(stream: string): boolean {
    return this.years.has(stream);
  }

  /** Takes over what the tables hold of one unit's year. */
  learn(stream: string, balances: readonly (Within & { readonly id: number })[]): void {
    const ids = new YearIds();
    for (const balance of balances) ids.set(balance, balance.id);
    this.remembered += balances.length;
    this.years.set(stream, ids);
  }

  /** The year's ids; only after `learn`. */
  of(stream: string): YearIds {
    const ids = this.years.get(stream);
    if (!ids) throw new RangeError(`balances of ${stream} were not read`);
    return ids;
  }

  /** The id of a balance that is new. */
  add(ids: YearIds, balance: Within): number {
    this.remembered++;
    this.largest += this.step;
    ids.set(balance, this.largest);
    return this.largest;
  }

  /** Call between batches only: a batch counts on what it made known. */
  forgetIfMany(): void {
    if (this.remembered <= REMEMBERED) return;
    this.years.clear();
    this.remembered = 0;
  }
}
