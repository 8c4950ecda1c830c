import { CodeBook } from '@juesuan/classification';
import { type BudgetYear, budgetYearDecider, type BudgetYearEvent, type LineTotals } from '@juesuan/execution';
import {
  type Account,
  accountOf,
  type Balance,
  balanceKey,
  type Entry,
  entriesOf,
  type Facts,
  factsSaid,
  type FromEvents,
  saidBy,
  type Unit,
  unitOpened,
} from '../src';

/** What happened in each unit's year, by unit code; the first unit is the one whose account is made. */
export type Years = Readonly<Record<string, readonly BudgetYearEvent[]>>;

/** An account with the journal behind it and what the write side holds of the same events. */
export interface Books {
  readonly account: Account;
  readonly entries: readonly Entry[];
  readonly writeSide: ReadonlyMap<string, readonly LineTotals[]>;
}

/** The account that a handful of events makes: journal, balances, tables, items and facts, as the read side builds them. */
export function accountOfEvents(years: Years, year = 2023): Books {
  const places = Object.entries(years);
  const entries = places.flatMap(([unit, events]) =>
    events.flatMap((event, revision) => entriesOf(event, { unit, year, revision })),
  );
  const units = places.map(([unit, events]) => unitOf(unit, events));
  const [top] = units;
  const [own] = places;
  if (top === undefined || own === undefined) throw new RangeError('an account is of at least one unit');
  const facts = factsOf(own[1], (revision) => `${top.code}.${year}@${revision}`);
  const account = accountOf({ unit: top, year, asOf: null, units, balances: balancesOf(entries), facts });
  const writeSide = new Map(places.map(([unit, events]) => [unit, [...replay(events).lines.values()]]));
  return { account, entries, writeSide };
}

/** What the events of an account say themselves. */
export const fromEventsOf = ({ account, entries }: Books): FromEvents => ({
  sums: new Map(balancesOf(entries).map((balance) => [balanceKey(balance), balance.amount])),
  entries: new Map(balancesOf(entries).map((balance) => [balanceKey(balance), balance.amount])),
  facts: account.facts,
  units: account.units,
  miscounted: [],
  otherCodes: [],
});

/** Running sums of entries with equal dimensions. */
export function balancesOf(entries: Iterable<Entry>): Balance[] {
  const balances = new Map<string, Balance>();
  for (const { unit, year, measure, fundSource, item, kind, project, economicItem, purpose, amount } of entries) {
    const dimensions = { unit, year, measure, fundSource, item, kind, project, economicItem, purpose };
    const key = Object.values(dimensions).join('|');
    const before = balances.get(key) ?? { ...dimensions, id: balances.size + 1, amount: 0 };
    balances.set(key, { ...before, amount: before.amount + amount });
  }
  return [...balances.values()];
}

function unitOf(code: string, events: readonly BudgetYearEvent[]): Unit {
  const opened = events.find((event) => event.type === 'FiscalYearOpened')?.data;
  const last = events.findLast(({ type }) => type === 'FiscalYearClosed' || type === 'FiscalYearReopened');
  const unnamed = { unitName: code, parentCode: null, unitType: 'administrative' } as const;
  return unitOpened(code, opened ?? unnamed, last?.type === 'FiscalYearClosed');
}

function factsOf(events: readonly BudgetYearEvent[], reference: (revision: number) => string): Facts {
  const said = events.map((event, revision) => [saidBy(event), reference(revision)] as const);
  return factsSaid(said.flatMap(([saying, event]) => (saying === null ? [] : [[saying, event]])));
}

/** Events given to a test are taken as decided, so the books that deciding needs stay empty. */
function replay(events: readonly BudgetYearEvent[]): BudgetYear {
  const books = { functional: new CodeBook('functional', []), economic: new CodeBook('economic', []) };
  const decider = budgetYearDecider(books);
  return events.reduce((year, event, index) => {
    const by = { commandId: `${index}`, fingerprint: '', actor: '会计' };
    return decider.evolve(year, { ...event, by });
  }, decider.initial());
}
