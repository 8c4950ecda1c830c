import { type Unit, unitOpened } from '@juesuan/account';
import type { BookName, CodeEntry } from '@juesuan/classification';
import type { EventStore, Verified } from '@juesuan/event-store';
import { BUDGET_YEARS, budgetYearStream, read } from '@juesuan/execution';
import { codeBookStream, type HouseEvents, unitYearOf } from '@juesuan/read-store';
import type { YearView } from './year-view';

type View = Pick<YearView, 'key' | 'units' | 'reading'>;

/**
 * Units that by their own events stand below the account's unit, and that the ledger has elsewhere, in another year or nowhere. Those
 * that began after the account's moment are not the account's; `through` is the position up to which
 * the ledger says it has everything; null where the account is one that was known at an instant.
 */
export async function unitsLeftOut(
  events: Pick<EventStore, 'firstEvents'>,
  { key: { unit, year, knownAt }, units }: View,
  through: string | null,
): Promise<Unit[]> {
  const held = new Set(units.map(({ code }) => budgetYearStream(code, year)));
  const others: Unit[] = [];
  for (const first of await events.firstEvents(BUDGET_YEARS)) {
    if (unitYearOf(first.stream)?.year !== year || held.has(first.stream)) continue;
    if (through === null ? first.recordedAt > (knownAt ?? '') : first.position > through) continue;
    const event = read(first);
    if (event.type === 'FiscalYearOpened') others.push(unitOpened(event.data.unitCode, event.data, false));
  }
  const within = new Set([unit, ...units.map(({ code }) => code)]);
  // A set is walked in the order of insertion, additions included.
  for (const above of within) for (const { code, parent } of others) if (parent === above) within.add(code);
  return others.filter(({ code }) => within.has(code));
}

/** What the events of the imported codes say. */
export interface ReplayedCodes {
  /** A Chinese sentence: what does not fit in their chains; null where every link holds. */
  readonly damage: string | null;
  /** Codes that the ledger has otherwise, has without an event, or lacks. */
  readonly otherCodes: readonly string[];
}

const BOOKS = ['functional', 'economic'] as const satisfies readonly BookName[];

/**
 * Verifies and replays the code books, and compares them with the codes that names are taken from. Where one partition of the ledger
 * is behind, that of the codes may have taken more than all have: what was defined since may stand there.
 */
export async function replayCodes(
  events: Pick<EventStore, 'verifyStreams'>,
  { key: { knownAt }, reading }: View,
  through: string | null,
): Promise<ReplayedCodes> {
  const said = new Map<string, readonly CodeEntry[]>();
  const missing = new Map<string, string>();
  const take = ({ stream, type, data, position }: Verified): void => {
    if (type !== 'CodesDefined') return;
    const mayBeTaken = through !== null && position > through;
    for (const entry of (data as unknown as HouseEvents['CodesDefined']).entries) {
      const key = keyOf(stream, entry);
      said.set(key, mayBeTaken ? [...(said.get(key) ?? []), entry] : [entry]);
      if (!mayBeTaken) missing.set(key, entry.code);
    }
  };
  const { damage } = await events.verifyStreams(BOOKS.map(codeBookStream), undefined, take);
  // What was known at an instant is read from the events themselves.
  if (knownAt !== undefined) return { damage: damage?.says ?? null, otherCodes: [] };
  const other = new Set<string>();
  for (const book of BOOKS)
    for (const entry of await reading.codes(book)) {
      const key = keyOf(codeBookStream(book), entry);
      if (!said.get(key)?.some((one) => isSame(entry, one))) other.add(entry.code);
      missing.delete(key);
    }
  return { damage: damage?.says ?? null, otherCodes: [...new Set([...other, ...missing.values()])].sort() };
}

const keyOf = (stream: string, { code, from }: CodeEntry): string => `${stream} ${code} ${from ?? ''}`;

const isSame = (held: CodeEntry, said: CodeEntry): boolean =>
  held.name === said.name && (held.to ?? null) === (said.to ?? null);
