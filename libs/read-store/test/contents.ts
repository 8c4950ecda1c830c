import { entriesOf, type Entry } from '@juesuan/account';
import type { StoredEvent } from '@juesuan/event-store';
import { read } from '@juesuan/execution';
import type { Reading } from '@juesuan/read-store';
import { UNITS, YEAR } from './history';

const byText = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify({ ...row })).sort();

/** Everything a read store answers, without the ids it gave itself. */
export async function contents(store: Reading) {
  const balances = await store.balances({ units: UNITS, year: YEAR });
  const ids = Array.from({ length: 2000 }, (_, index) => index + 1);
  const entries = await store.entries({ balanceIds: ids });
  const facts = await Promise.all(UNITS.map((unit) => store.facts(unit, YEAR)));
  return {
    checkpoint: await store.checkpoint(),
    balances: byText(balances.map(({ id: _id, ...rest }) => rest)),
    entries: byText(entries.map(({ balanceId: _id, ...rest }) => rest)),
    units: await store.units(YEAR),
    facts: facts.map((each) => Object.values(each).map((map: ReadonlyMap<string, unknown>) => byText([...map]))),
    adjustments: await Promise.all(UNITS.map((unit) => store.adjustments(unit, YEAR))),
    codes: await store.codes('functional'),
    imports: await store.incompleteImports(UNITS, YEAR),
  };
}

/** The journal of a history, made by the pure functions alone. */
export const journalOf = (events: readonly StoredEvent[]): string[] =>
  byText(
    events
      .filter(({ stream }) => stream.startsWith('budgetYear-'))
      .flatMap((event) => entriesOf(read(event), placeOf(event)))
      .map(inOrder),
  );

function placeOf({ stream, revision }: StoredEvent) {
  const [unit = '', year = ''] = stream.slice('budgetYear-'.length).split('.');
  return { unit, year: Number(year), revision };
}

/** The columns in the order the read store answers them. */
const inOrder = ({ amount, date, reference, revision, ...dimensions }: Entry) => ({
  ...dimensions,
  amount,
  date,
  reference,
  revision,
});

/** What balances must be: the sums of a journal, zero ones left out. */
export function sumsOf(journal: readonly string[]): string[] {
  const sums = new Map<string, number>();
  for (const text of journal) {
    const { amount, ...entry } = JSON.parse(text) as Entry;
    const dimensions = { ...entry, date: undefined, reference: undefined, revision: undefined };
    const key = JSON.stringify(dimensions);
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return byText(
    [...sums].filter(([, sum]) => sum !== 0).map(([key, amount]) => ({ ...(JSON.parse(key) as object), amount })),
  );
}
