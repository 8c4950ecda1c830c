import type { Driver, Item } from '@juesuan/account';
import { sumFen, withInnerQuotes } from '@juesuan/kernel';
import type { Profile } from '../profile/schema';
import { marked } from '../text/document';
import { formatAmount } from '../text/format-amount';
import { addressOf, type ItemFigure } from '../text/sources';
import { fill } from '../text/wording';
import { besideAmount, clauseOf, formOfPurpose } from './purpose';
import { prints } from './tolerance';
import { varianceKindOf } from './variance-kind';

/** A driver with the kind of variance it was found to be. */
export type KnownDriver = Driver & { readonly varianceKind: string | null };

/** An item's drivers, each with the kind of variance it is. */
export const knownDrivers = (item: Item, reason: string | null): KnownDriver[] =>
  item.drivers.map((driver) => ({ ...driver, varianceKind: varianceKindOf({ driver, item, reason }) }));

interface Phrase {
  /** Phrases of one lead share it, those with a purpose and those without each; null where a phrase stands by itself. */
  readonly lead: string | null;
  readonly part: string;
  readonly isPlain?: boolean;
}

type Words = Profile['variance']['drivers']['unspent']['up'] &
  Partial<Profile['variance']['drivers']['supplement']['up']>;

/** What drove the variance, in words with marked figures: first what goes its way, then what goes against it; empty where nothing prints. */
export function causesOf(item: Item, drivers: readonly KnownDriver[], profile: Profile): string {
  const goesUp = item.actual > item.original;
  const toward = sideOf(
    item,
    drivers.filter(({ fen }) => fen > 0 === goesUp),
    profile,
  );
  const against = sideOf(
    item,
    drivers.filter(({ fen }) => fen > 0 !== goesUp),
    profile,
  );
  if (toward === '' || against === '') return toward;
  return `${toward}${profile.variance.causes.opposing}${against}`;
}

/** The drivers of one sign, the largest first; those past the profile's number, and those too small to print, are summed up. */
function sideOf(item: Item, drivers: readonly KnownDriver[], profile: Profile): string {
  const { most, next, nextClause } = profile.variance.causes;
  const sorted = largestFirst(drivers);
  const named = sorted.slice(0, namedAmong(sorted, most));
  const phrases = named.map((driver) => phraseOf(item, driver, profile));
  const rest = restOf(item, sorted.slice(named.length), profile);
  const clauses = [...joined(phrases, profile), ...(rest === null ? [] : [rest])];
  return clauses.join(clauses.some((clause) => clause.includes('，')) ? nextClause : next);
}

const largestFirst = <One extends Driver>(drivers: readonly One[]): One[] =>
  [...drivers].sort((a, b) => Math.abs(b.fen) - Math.abs(a.fen));

/** How many of the drivers, the largest first, are named; summing up a single one would only hide its name. */
function namedAmong(sorted: readonly Driver[], most: number): number {
  const shown = sorted.filter(({ fen }) => prints(fen)).length;
  return shown <= most + 1 ? shown : most;
}

/** The drivers that raise (or lower) the actual and are only summed up. */
export function unnamed(drivers: readonly Driver[], rises: boolean, most: number): Driver[] {
  const sorted = largestFirst(drivers.filter(({ fen }) => fen > 0 === rises));
  return sorted.slice(namedAmong(sorted, most));
}

function phraseOf({ code }: Item, driver: KnownDriver, profile: Profile): Phrase {
  const { drivers, kinds, purposes } = profile.variance;
  const { kind, purpose, fen, varianceKind } = driver;
  const sign = fen > 0 ? 'up' : 'down';
  const words: Words = { ...drivers[kind][sign], ...kinds[varianceKind ?? '']?.[kind]?.[sign] };
  const source = addressOf({ of: 'driver', item: code, kind, ...(purpose === null ? {} : { purpose }) });
  const amount = marked(formatAmount(fen, profile), source);
  const clause = clauseOf(purpose ?? '');
  const form = formOfPurpose(driver, clause, purposes);
  return withPurpose({ form, clause, amount }, words, purposes) ?? plainly(words.plain, amount);
}

/** Amounts without purpose are a list too: 年中追减3万元、2万元. */
function plainly(wording: string, amount: string): Phrase {
  const phrase = fill(wording, { amount });
  const start = phrase.indexOf(amount);
  return { lead: phrase.slice(0, start), part: phrase.slice(start), isPlain: true };
}

/** A purpose in the words of its form; null where the driver has none for it. */
function withPurpose(
  { form, clause, amount }: { form: ReturnType<typeof formOfPurpose>; clause: string; amount: string },
  { thing, circumstance, action }: Words,
  purposes: Profile['variance']['purposes'],
): Phrase | null {
  const asThing = (purpose: string): Phrase | null =>
    thing === undefined ? null : { lead: thing.lead, part: fill(thing.part, { purpose, amount }) };
  const beside = besideAmount(clause, purposes);
  if (form === 'plain') return null;
  if (form === 'thing') return asThing(beside);
  if (form === 'circumstance' || action === undefined)
    return circumstance === undefined ? null : { lead: null, part: fill(circumstance, { purpose: clause, amount }) };
  // Actions are a list of their own: 扣减甲3万元、压减乙2万元.
  if (form === 'action') return { lead: '', part: fill(action, { purpose: beside, amount }) };
  return asThing(fill(purposes.quoted, { purpose: withInnerQuotes(clause) }));
}

/** Phrases of one lead become one, at the place of the largest: 年中追加甲3万元、乙2万元. */
function joined(phrases: readonly Phrase[], { variance }: Profile): string[] {
  const groups: (Pick<Phrase, 'lead' | 'isPlain'> & { parts: string[] })[] = [];
  for (const { lead, part, isPlain } of phrases) {
    const group = lead === null ? undefined : groups.find((one) => one.lead === lead && one.isPlain === isPlain);
    if (group) group.parts.push(part);
    else groups.push({ lead, isPlain, parts: [part] });
  }
  return groups.map(({ lead, parts }) => `${lead ?? ''}${parts.join(variance.causes.between)}`);
}

function restOf({ code }: Item, drivers: readonly KnownDriver[], profile: Profile): string | null {
  const sum = sumFen(drivers.map(({ fen }) => fen));
  const [largest] = drivers;
  if (!prints(sum) || !largest) return null;
  const figure: ItemFigure = sum > 0 ? 'otherRises' : 'otherFalls';
  const amount = marked(formatAmount(sum, profile), addressOf({ of: 'item', item: code, figure }));
  const words = profile.variance.causes.rest[sum > 0 ? 'up' : 'down'];
  const purpose = clauseOf(largest.purpose ?? '');
  const form = formOfPurpose(largest, purpose, profile.variance.purposes);
  const saysNothing = form === 'plain' || form === 'denies';
  return saysNothing ? fill(words.plain, { amount }) : fill(words.named, { purpose, amount });
}
